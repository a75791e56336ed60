package cn.anxin.hotline.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.CallWatcher;
import cn.anxin.hotline.call.CallerCache;
import cn.anxin.hotline.call.Dialogue;
import cn.anxin.hotline.call.DutyPhones;
import cn.anxin.hotline.call.Ending;
import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.call.Line;
import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.call.PromptSounds;
import cn.anxin.hotline.call.RoundCapacity;
import cn.anxin.hotline.duework.DueWork;
import cn.anxin.hotline.duework.Nudges;
import cn.anxin.hotline.testing.ForgetfulCache;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The rooms that decide, without the loop: a test turns every sweep by hand. */
@Configuration(proxyBeanMethods = false)
@ComponentScan({
    "cn.anxin.hotline.wellness",
    "cn.anxin.hotline.escalation",
    "cn.anxin.hotline.people",
    "cn.anxin.hotline.recordings",
    "cn.anxin.hotline.notice",
    "cn.anxin.hotline.seal",
    "cn.anxin.hotline.journal",
    "cn.anxin.hotline.duty",
    "cn.anxin.hotline.cases",
    "cn.anxin.hotline.watch",
    "cn.anxin.hotline.inbound"
})
@ConfigurationPropertiesScan({
    "cn.anxin.hotline.wellness",
    "cn.anxin.hotline.escalation",
    "cn.anxin.hotline.people",
    "cn.anxin.hotline.recordings",
    "cn.anxin.hotline.notice",
    "cn.anxin.hotline.seal",
    "cn.anxin.hotline.inbound"
})
@EnableConfigurationProperties({HotlineSettings.class, NumberPlan.class, DutyPhones.class})
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
class Rooms {

    @Bean
    MovableClock clock() {
        return new MovableClock();
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    Nudges nudges() {
        return new Nudges();
    }

    @Bean
    PaperTelephone telephone(ObjectProvider<CallWatcher> watchers) {
        return new PaperTelephone(watchers);
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
    CallerCache forgetfulCache() {
        return new ForgetfulCache();
    }

    @Bean
    Turn turn(List<DueWork> works, List<Dialogue> dialogues) {
        return new Turn(works, dialogues);
    }

    /** Turns what a running service would turn by itself. */
    record Turn(List<DueWork> works, List<Dialogue> dialogues) {

        void sweep() {
            works.forEach(work -> work.sweep(100));
        }

        Ending hold(Line line) {
            CallPurpose purpose = line.call().purpose();
            var ending =
                    dialogues.stream()
                            .filter(dialogue -> dialogue.purpose() == purpose)
                            .findFirst()
                            .orElseThrow()
                            .hold(line);
            if (ending instanceof Ending.DutyDesk desk) {
                assertAsteriskCanSay(desk.meanwhile().key());
            }
            return ending;
        }

        private static void assertAsteriskCanSay(String sentence) {
            assertThat(Path.of("dialplans/musiconhold.conf"))
                    .content()
                    .contains("[" + sentence + "]", "entry = {{sounds}}/" + sentence + "\n");
        }
    }
}
