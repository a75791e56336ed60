package cn.anxin.hotline.console;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.Dialer;
import cn.anxin.hotline.call.DutyPhones;
import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.call.LineStatus;
import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.call.OutboundCall;
import cn.anxin.hotline.call.Placement;
import cn.anxin.hotline.call.PromptSounds;
import cn.anxin.hotline.call.RoundCapacity;
import cn.anxin.hotline.duework.Nudges;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The console and the rooms it shows. No loop turns and no telephone rings: Asterisk is away. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan({
    "cn.anxin.hotline.console",
    "cn.anxin.hotline.live",
    "cn.anxin.hotline.wellness",
    "cn.anxin.hotline.escalation",
    "cn.anxin.hotline.people",
    "cn.anxin.hotline.recordings",
    "cn.anxin.hotline.notice",
    "cn.anxin.hotline.seal",
    "cn.anxin.hotline.journal",
    "cn.anxin.hotline.duty",
    "cn.anxin.hotline.cases"
})
@ConfigurationPropertiesScan({
    "cn.anxin.hotline.console",
    "cn.anxin.hotline.live",
    "cn.anxin.hotline.wellness",
    "cn.anxin.hotline.escalation",
    "cn.anxin.hotline.people",
    "cn.anxin.hotline.recordings",
    "cn.anxin.hotline.notice",
    "cn.anxin.hotline.seal"
})
@EnableConfigurationProperties({HotlineSettings.class, NumberPlan.class, DutyPhones.class})
class ConsoleHouse {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Nudges nudges() {
        return new Nudges();
    }

    @Bean
    RoundCapacity lines() {
        return new RoundCapacity(24, 5);
    }

    @Bean
    PromptSounds sounds() {
        return _ -> Path.of("silence");
    }

    @Bean
    LineStatus lineStatus() {
        return () -> false;
    }

    @Bean
    Dialer noTelephone() {
        return new Dialer() {
            @Override
            public Placement dial(OutboundCall call) {
                return new Placement.Refused(Placement.Reason.LINE_DOWN);
            }

            @Override
            public void hangUp(CallId call) {}

            @Override
            public int free(CallPurpose purpose) {
                return 0;
            }

            @Override
            public Optional<Duration> freeIn(CallPurpose purpose) {
                return Optional.empty();
            }
        };
    }
}
