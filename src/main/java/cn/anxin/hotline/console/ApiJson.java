package cn.anxin.hotline.console;

import cn.anxin.hotline.call.HotlineSettings;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How JSON is written and read at the edge. */
@Configuration(proxyBeanMethods = false)
class ApiJson {

    /**
     * An unknown field is an error: with {@code peopel} misspelt and ignored, a round for two
     * persons would ring the whole town.
     */
    @Bean
    JsonMapperBuilderCustomizer apiJsonCustomizer(HotlineSettings settings) {
        return json ->
                json.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .addModule(
                                new SimpleModule("town-time")
                                        .addSerializer(new TownTime(settings.zone())));
    }

    /** ISO 8601 with the town's offset, to the millisecond. */
    private static class TownTime extends StdSerializer<Instant> {
        private final ZoneId zone;

        TownTime(ZoneId zone) {
            super(Instant.class);
            this.zone = zone;
        }

        @Override
        public void serialize(Instant time, JsonGenerator json, SerializationContext context) {
            json.writeString(
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                            time.truncatedTo(ChronoUnit.MILLIS).atZone(zone)));
        }
    }
}
