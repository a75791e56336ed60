package cn.anxin.hotline.benchmark;

import cn.anxin.hotline.call.CallerCache;
import cn.anxin.hotline.call.DutyPhones;
import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.call.PromptSounds;
import cn.anxin.hotline.call.RoundCapacity;
import cn.anxin.hotline.embedded.EmbeddedDatabases;
import cn.anxin.hotline.testing.ForgetfulCache;
import cn.anxin.hotline.testing.TestCache;
import cn.anxin.hotline.testing.TestSeal;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * The service's own rooms on the service's own PostgreSQL, as durable as in a town; the telephone
 * network, and nothing else, is simulated.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan({
    "cn.anxin.hotline.wellness",
    "cn.anxin.hotline.escalation",
    "cn.anxin.hotline.people",
    "cn.anxin.hotline.journal",
    "cn.anxin.hotline.duty",
    "cn.anxin.hotline.cases",
    "cn.anxin.hotline.recordings",
    "cn.anxin.hotline.seal"
})
@ConfigurationPropertiesScan({
    "cn.anxin.hotline.wellness",
    "cn.anxin.hotline.escalation",
    "cn.anxin.hotline.people",
    "cn.anxin.hotline.duework",
    "cn.anxin.hotline.recordings",
    "cn.anxin.hotline.seal"
})
@EnableConfigurationProperties({HotlineSettings.class, NumberPlan.class, DutyPhones.class})
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
class BenchmarkRooms {

    /** With databases of its own, gone when the process ends. */
    static SpringApplication application(Class<?> more, String... settings) throws IOException {
        return new SpringApplicationBuilder(BenchmarkRooms.class, more)
                .web(WebApplicationType.NONE)
                .initializers(new EmbeddedDatabases())
                .properties(
                        Stream.concat(
                                        Stream.of(
                                                "spring.config.location=optional:classpath:/none/",
                                                "spring.main.banner-mode=off",
                                                "spring.datasource.hikari.maximum-pool-size=20",
                                                "logging.level.root=warn",
                                                "hotline.home=" + BenchmarkHome.fresh(),
                                                "hotline.seal.keys=" + TestSeal.FILE,
                                                "hotline.embedded.cache=" + TestCache.directory(),
                                                "hotline.redis.url=redis://127.0.0.1:1",
                                                "hotline.duty.phones[0].name=值班一号",
                                                "hotline.duty.phones[0].account=8001"),
                                        Stream.of(settings))
                                .toArray(String[]::new))
                .build();
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
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
}
