package cn.anxin.hotline.notice.channel;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A mailbox. One address an entry: a mail that half of its readers got would be neither sent nor
 * failed.
 *
 * @param security STARTTLS is required, not merely asked for
 * @param username empty: none
 * @param sslBundle the {@code spring.ssl.bundle} with the certificates to trust instead of those
 *     that Java knows
 * @param detail how much the reader is told
 */
public record MailSettings(
        String name,
        String host,
        @DefaultValue("587") int port,
        @DefaultValue("STARTTLS") Security security,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @Nullable String sslBundle,
        String from,
        String to,
        @DefaultValue("TEXT") Detail detail,
        @DefaultValue Hearing hears,
        @DefaultValue Limits limits) {

    public enum Security {
        STARTTLS,
        TLS,
        /** Whoever is between can read it, the password too. */
        UNENCRYPTED
    }

    public MailSettings {
        for (var needed : new @Nullable String[] {host, from, to}) {
            Objects.requireNonNull(needed, "hotline.notice.mail: host, from and to are needed");
        }
        address(from);
        address(to);
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("hotline.notice.mail: port 1 to 65535");
        }
    }

    public ChannelTerms terms() {
        return new ChannelTerms(name, ChannelKind.MAIL, limits, hears);
    }

    InternetAddress sender() {
        return address(from);
    }

    InternetAddress reader() {
        return address(to);
    }

    private static InternetAddress address(String written) {
        try {
            var addresses = InternetAddress.parse(written, true);
            if (addresses.length == 1) {
                return addresses[0];
            }
        } catch (AddressException notOne) {
            // told below, without what was written
        }
        throw new IllegalArgumentException("hotline.notice.mail: from and to are one address each");
    }

    @Override
    public String toString() {
        return "MailSettings[" + name + "]";
    }
}
