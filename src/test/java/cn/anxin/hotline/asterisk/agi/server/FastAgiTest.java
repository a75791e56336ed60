package cn.anxin.hotline.asterisk.agi.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxin.hotline.asterisk.AsteriskSettings;
import cn.anxin.hotline.asterisk.agi.AgiSettings;
import cn.anxin.hotline.asterisk.agi.script.CallScripts;
import cn.anxin.hotline.call.CallBoard;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.Dialogue;
import cn.anxin.hotline.call.Ending;
import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.call.Line;
import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.call.PromptSounds;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** FastAGI as a part of the service. */
class FastAgiTest {
    private final int port = freePort();
    private final ApplicationContextRunner service =
            new ApplicationContextRunner()
                    .withUserConfiguration(Service.class)
                    .withPropertyValues("hotline.asterisk.agi=127.0.0.1:" + port);

    @Test
    void takesCallsWhileTheServiceRuns() {
        service.run(context -> {
            assertThat(context).hasNotFailed();
            try (var asterisk = FakeAsterisk.call(address())) {
                asterisk.awaitClose();
                assertThat(asterisk.settings()).endsWith("SET VARIABLE \"AGI_DONE\" \"1\"");
            }
            context.close();
            assertThatThrownBy(() -> new FakeAsterisk(address()))
                    .as("refused, so that Asterisk goes to the fallback at once")
                    .isInstanceOf(UncheckedIOException.class);
        });
    }

    @Test
    void doesNotStartWhereOthersCouldReachIt() {
        service.withPropertyValues("hotline.asterisk.agi=0.0.0.0:" + port)
                .run(context ->
                        assertThat(context.getStartupFailure())
                                .rootCause()
                                .hasMessageContaining("loopback"));
    }

    @Test
    void doesNotStartOnATakenPort() throws IOException {
        try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            service.run(context ->
                    assertThat(context.getStartupFailure())
                            .rootCause()
                            .hasMessageContaining("in use"));
            assertThat(taken.isClosed()).isFalse();
        }
    }

    @Test
    void doesNotStartWithTwoDialoguesForTheSameCalls() {
        service.withBean("second", Dialogue.class, Greeting::new)
                .run(context ->
                        assertThat(context.getStartupFailure())
                                .rootCause()
                                .hasMessageContaining("INBOUND"));
    }

    @Test
    void doesNotStartWithASettingThatMakesNoSense() {
        service.withPropertyValues("hotline.agi.lease=1s")
                .run(context ->
                        assertThat(context.getStartupFailure())
                                .rootCause()
                                .hasMessageContaining("hotline.agi.lease"));
    }

    private InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", port);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Greeting implements Dialogue {
        @Override
        public CallPurpose purpose() {
            return CallPurpose.INBOUND;
        }

        @Override
        public Ending hold(Line line) {
            return new Ending.HangUp();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({
        AsteriskSettings.class,
        AgiSettings.class,
        HotlineSettings.class,
        NumberPlan.class
    })
    @Import({FastAgi.class, ServerMeters.class})
    @ComponentScan(basePackageClasses = CallScripts.class)
    static class Service {
        @Bean
        Dialogue greeting() {
            return new Greeting();
        }

        @Bean
        PromptSounds sounds() {
            return prompt -> Path.of("/nowhere");
        }

        @Bean
        CallBoard board() {
            return new MemoryBoard();
        }

        @Bean
        MeterRegistry registry() {
            return new SimpleMeterRegistry();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
