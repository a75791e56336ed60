package cn.anxin.hotline.notice.channel;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a channel's HTTP requests go.
 *
 * @param unencrypted whether http:// is meant: what is sent can then be read on its way
 * @param sslBundle the {@code spring.ssl.bundle} with the certificates to trust instead of those
 *     that Java knows
 */
public record HttpEnd(
        String url, @DefaultValue("false") boolean unencrypted, @Nullable String sslBundle) {

    public HttpEnd {
        Objects.requireNonNull(url, "hotline.notice: a channel needs to.url");
        var scheme = url.startsWith("https://") || (unencrypted && url.startsWith("http://"));
        if (!scheme) {
            throw new IllegalArgumentException(
                    "hotline.notice: an address begins with https://, or with http:// where"
                            + " unencrypted is set");
        }
    }

    URI uri() {
        return URI.create(url);
    }

    /** Keys stand in addresses. */
    @Override
    public String toString() {
        return "HttpEnd[unencrypted=" + unencrypted + "]";
    }
}
