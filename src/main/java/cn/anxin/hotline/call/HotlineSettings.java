package cn.anxin.hotline.call;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the whole house knows of itself.
 *
 * @param home where all state lies
 * @param number as the public dials it locally
 * @param zone in which windows, days and shifts are meant: the name of a region
 */
@ConfigurationProperties("hotline")
public record HotlineSettings(
        @DefaultValue("var") Path home,
        @DefaultValue("58958808") String number,
        @DefaultValue("Asia/Shanghai") ZoneId zone) {

    /** Not an offset: PostgreSQL reads "+08:00" as west of Greenwich. */
    private static final Pattern REGION = Pattern.compile("[A-Za-z_]{2,}(/[A-Za-z0-9_+-]+)*");

    public HotlineSettings {
        home = home.toAbsolutePath().normalize();
        if (!number.matches("\\d{3,15}")) {
            throw new IllegalArgumentException("hotline.number: 3 to 15 digits");
        }
        if (!REGION.matcher(zone.getId()).matches()) {
            throw new IllegalArgumentException("hotline.zone: a region, such as Asia/Shanghai");
        }
    }
}
