package cn.anxin.hotline.notice;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.duework.DueWork;
import cn.anxin.hotline.duework.Nudges;
import cn.anxin.hotline.people.MaskedNames;
import cn.anxin.hotline.testing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One process of the service, as far as notices go, without the loop: a test turns each sweep. */
final class NoticeProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ConfigurableApplicationContext rooms;

    private NoticeProcess(ConfigurableApplicationContext rooms) {
        this.rooms = rooms;
    }

    /**
     * @param settings {@code name=value}; those of notices without their prefix
     */
    static NoticeProcess start(TestDatabase database, String... settings) {
        return start(addressOf(database), settings);
    }

    static NoticeProcess start(Map<String, Object> database, String... settings) {
        var all = new HashMap<>(database);
        all.put("spring.config.location", "optional:classpath:/none/");
        all.put("spring.main.banner-mode", "off");
        all.put("hotline.home", "target/notice");
        for (var setting : settings) {
            var parts = setting.split("=", 2);
            var name = parts[0].startsWith("spring.") ? parts[0] : "hotline.notice." + parts[0];
            all.put(name, parts[1]);
        }
        return new NoticeProcess(
                new SpringApplicationBuilder(Rooms.class)
                        .web(WebApplicationType.NONE)
                        .properties(all)
                        .run());
    }

    static Map<String, Object> addressOf(TestDatabase database) {
        var address = new HashMap<String, Object>();
        database.register((name, value) -> address.put(name, value.get()));
        return address;
    }

    /** In a transaction of its own. */
    int post(Recipient recipient, Notice notice) {
        var posted =
                get(TransactionTemplate.class)
                        .execute(_ -> get(Notices.class).post(recipient, notice));
        return posted == null ? 0 : posted;
    }

    /** Sends what is due and waits for what became of it. */
    void turn() throws InterruptedException {
        sweep();
        awaitIdle();
    }

    void sweep() {
        rooms.getBeansOfType(DueWork.class).values().stream()
                .filter(work -> work.name().startsWith("notice"))
                .forEach(work -> work.sweep(100));
    }

    /** Turns until nothing more is due. */
    void turnUntilEmpty() throws InterruptedException {
        while (get(Sending.class).sweep(100) > 0) {
            awaitIdle();
        }
    }

    void awaitIdle() throws InterruptedException {
        assertThat(get(Sending.class).idleWithin(PATIENCE)).as("idle").isTrue();
    }

    List<Object> news() {
        return get(News.class).told();
    }

    <T> T get(Class<T> type) {
        return rooms.getBean(type);
    }

    @Override
    public void close() {
        rooms.close();
    }

    static Notice notice(String happening) {
        return new Notice(
                "incident-opened",
                Urgency.URGENT,
                "有一位老人需要上门看看",
                "唐桂兰今天没有接到问候电话，请上门看看。",
                Duration.ofMinutes(30),
                happening);
    }

    static Recipient volunteer() {
        return Recipient.Phone.ofVolunteer(7, new PhoneNumber("+8613900000100"));
    }

    /** No {@code @Configuration}, or others who look through this package would find it. */
    @ComponentScan(
            basePackages = {
                "cn.anxin.hotline.notice",
                "cn.anxin.hotline.seal",
                "cn.anxin.hotline.journal"
            })
    @ConfigurationPropertiesScan({"cn.anxin.hotline.notice", "cn.anxin.hotline.seal"})
    @EnableConfigurationProperties({HotlineSettings.class, NumberPlan.class})
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        SslAutoConfiguration.class
    })
    static class Rooms {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
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
        MaskedNames maskedNames(JdbcClient jdbc) {
            return new MaskedNames(jdbc);
        }

        @Bean
        News news() {
            return new News();
        }
    }

    /** Another room, which writes down what it is told. */
    static final class News {
        private final List<Object> told = new CopyOnWriteArrayList<>();
        private volatile boolean refuses;

        List<Object> told() {
            return told;
        }

        void refuses(boolean now) {
            refuses = now;
        }

        @EventListener
        void on(ChannelFailing failing) {
            if (refuses) {
                throw new IllegalStateException("not now");
            }
            told.add(failing);
        }

        @EventListener
        void on(ChannelRecovered recovered) {
            told.add(recovered);
        }
    }
}
