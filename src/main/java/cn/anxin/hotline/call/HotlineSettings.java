package cn.anxin.hotline.call;

import java.nio.file.Path;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the whole house knows of itself.
 *
 * @param home where all state lies
 * @param number as the public dials it locally
 * @param zone in which windows, days and shifts are meant
 */
@ConfigurationProperties("hotline")
public record HotlineSettings(
        @DefaultValue("var") Path home,
        @DefaultValue("58958808") String number,
        @DefaultValue("Asia/Shanghai") ZoneId zone) {

    public HotlineSettings {
        home = home.toAbsolutePath().normalize();
        if (!number.matches("\\d{3,15}")) {
            throw new IllegalArgumentException("hotline.number: 3 to 15 digits");
        }
    }
}
