package cn.anxin.hotline.notice.channel;

import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A program elsewhere that is told by HTTP, signed after Standard Webhooks 1.0.
 *
 * @param secrets {@code whsec_} and 24 to 64 bytes in base64. Several while they are changed: each
 *     signs, and the receiver takes one that it knows
 * @param detail how much it is told
 */
public record WebhookSettings(
        String name,
        HttpEnd to,
        @DefaultValue List<String> secrets,
        @DefaultValue("TITLE") Detail detail,
        @DefaultValue Hearing hears,
        @DefaultValue Limits limits) {
    private static final String PREFIX = "whsec_";

    public WebhookSettings {
        Objects.requireNonNull(to, "hotline.notice: a channel needs to.url");
        secrets = List.copyOf(secrets);
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("hotline.notice.webhooks: secrets, one or more");
        }
        keys(secrets);
    }

    public ChannelTerms terms() {
        return new ChannelTerms(name, ChannelKind.WEBHOOK, limits, hears);
    }

    List<byte[]> keys() {
        return keys(secrets);
    }

    private static List<byte[]> keys(List<String> secrets) {
        return secrets.stream().map(WebhookSettings::key).toList();
    }

    private static byte[] key(String secret) {
        try {
            var key = Base64.getDecoder().decode(secret.replaceFirst("^" + PREFIX, ""));
            if (secret.startsWith(PREFIX) && key.length >= 24 && key.length <= 64) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            // told below, without what was written
        }
        throw new IllegalArgumentException(
                "hotline.notice.webhooks: a secret is whsec_ and 24 to 64 bytes in base64");
    }

    @Override
    public String toString() {
        return "WebhookSettings[" + name + "]";
    }
}
