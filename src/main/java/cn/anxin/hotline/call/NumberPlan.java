package cn.anxin.hotline.call;

import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How numbers are written where the town lies.
 *
 * @param region ISO 3166 country
 * @param areaCode with its trunk prefix, put before a local number written without it
 */
@ConfigurationProperties("hotline.number-plan")
public record NumberPlan(@DefaultValue("CN") String region, @DefaultValue("021") String areaCode) {
    private static final Pattern AREA_CODE = Pattern.compile("\\d{0,6}");

    public NumberPlan {
        if (!AREA_CODE.matcher(areaCode).matches()) {
            throw new IllegalArgumentException("hotline.number-plan.area-code: digits only");
        }
    }
}
