package cn.anxin.hotline.console;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param token who presents it may use the REST interface; empty: one is made and kept in {@code
 *     api-token} under the hotline's home
 */
@ConfigurationProperties("hotline.api")
public record ApiSettings(@DefaultValue("") String token) {
    private static final int SHORTEST = 20;

    public ApiSettings {
        if (!token.isEmpty() && !token.matches("[\\x21-\\x7e]{" + SHORTEST + ",200}")) {
            throw new IllegalArgumentException(
                    "hotline.api.token: 20 to 200 printable characters without blanks");
        }
    }

    @Override
    public String toString() {
        return "ApiSettings[given=" + !token.isEmpty() + "]";
    }
}
