package cn.anxin.hotline.asterisk.agi.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.asterisk.agi.AgiSettings;
import cn.anxin.hotline.asterisk.agi.TestSettings;
import cn.anxin.hotline.asterisk.agi.script.TestScripts;
import cn.anxin.hotline.call.NumberPlan;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.Unpooled;
import io.netty.channel.DefaultChannelId;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Who gets a script and who is left to the native fallback. */
@ExtendWith(OutputCaptureExtension.class)
class AdmissionTest {
    private static final int MOST_SCRIPTS = 3;

    private final AgiSettings settings = TestSettings.scripts(MOST_SCRIPTS);
    private final MockTicker ticker = Ticker.newMockTicker();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ServerMeters meters = new ServerMeters(registry);
    private final Admission admission = new Admission(settings, ticker);
    private final Refusals refusals = new Refusals(meters, ticker);
    private final LoopLags lags = new LoopLags();
    private final Queue<Runnable> waitingScripts = new ArrayDeque<>();
    private Executor threads = waitingScripts::add;
    private final ChannelGroup group = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final List<EmbeddedChannel> connections = new ArrayList<>();

    AdmissionTest() {
        admission.open();
    }

    @AfterEach
    void leavesNothingInTheChannels() {
        for (var connection : connections) {
            connection.releaseOutbound(); // renewals of the lease
            assertThat(connection.finish()).isFalse();
        }
    }

    @Test
    void letsInAsManyAsTheSettingsAllow(CapturedOutput log) {
        for (var i = 0; i < MOST_SCRIPTS; i++) {
            assertThat(call().isOpen()).isTrue();
        }
        assertThat(admission.scripts()).isEqualTo(MOST_SCRIPTS);

        for (var i = 0; i < 50; i++) {
            assertThat(call().isOpen()).isFalse();
        }
        assertThat(refused("too_many_scripts")).isEqualTo(50);
        assertThat(log.getOut().lines().filter(line -> line.contains("turns connections away")))
                .as("one line a burst")
                .hasSize(1);
    }

    @Test
    void logsAgainWhenANewBurstBegins(CapturedOutput log) {
        for (var i = 0; i < MOST_SCRIPTS; i++) {
            call();
        }
        call();
        pass(Duration.ofSeconds(11));
        call();
        assertThat(log.getOut().lines().filter(line -> line.contains("turns connections away")))
                .hasSize(2);
    }

    @Test
    void letsTheNextInWhenAScriptIsOver() {
        for (var i = 0; i < MOST_SCRIPTS; i++) {
            call();
        }
        waitingScripts.remove().run();
        assertThat(call().isOpen()).isTrue();
        assertThat(call().isOpen()).isFalse();
    }

    @Test
    void leavesACallWhoseScriptStartsLateToTheFallback() {
        var late = call();
        ticker.advance(1500, TimeUnit.MILLISECONDS);
        waitingScripts.remove().run();
        assertThat(late.isOpen()).isFalse();
        assertThat(refused("late")).isEqualTo(1);
        assertThat(admission.scripts()).isZero();
    }

    @Test
    void sendsNewcomersOnForAWhileAfterALateStart() {
        call();
        ticker.advance(1500, TimeUnit.MILLISECONDS);
        waitingScripts.remove().run();

        assertThat(call().isOpen()).isFalse();
        for (var i = 0; i < 11; i++) {
            pass(Duration.ofMillis(100));
        }
        assertThat(call().isOpen()).isTrue();
    }

    @Test
    void sendsNewcomersOnWhenTheEventLoopWasStuck() {
        var connection = connect();
        ticker.advance(1200, TimeUnit.MILLISECONDS); // and its pulse was not felt yet
        sendHeader(connection);
        assertThat(connection.isOpen()).isFalse();
        assertThat(refused("late")).isEqualTo(1);
    }

    @Test
    void sendsOnWhatWaitedWhileTheEventLoopWasStuck() {
        var connection = connect();
        pass(Duration.ofMillis(1200)); // the late pulse is felt, then the header is read
        sendHeader(connection);
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void forgivesAnEventLoopThatIsAliveAgain() {
        var connection = connect();
        pass(Duration.ofMillis(1200));
        pass(Duration.ofMillis(100));
        sendHeader(connection);
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void closesWhoDoesNotSayWhichCallItIs() {
        var silent = connect();
        pass(Duration.ofMillis(1900));
        silent.writeInbound(Unpooled.copiedBuffer("agi_network", StandardCharsets.UTF_8));
        assertThat(silent.isOpen()).isTrue();
        pass(Duration.ofMillis(200));
        assertThat(silent.isOpen()).isFalse();
        assertThat(refused("no_header")).isEqualTo(1);
    }

    @Test
    void closesWhoeverElseKnocksWhenFarTooManyDo() {
        for (var i = 0; i < MOST_SCRIPTS + 200; i++) {
            assertThat(connect().isOpen()).isTrue();
        }
        assertThat(connect().isOpen()).isFalse();
        assertThat(refused("too_many_connections")).isEqualTo(1);
    }

    @Test
    void doesNotHurryACallThatWasLetIn() {
        var call = call();
        pass(Duration.ofSeconds(3));
        assertThat(call.isOpen()).isTrue();
        assertThat(refused("no_header")).isZero();
    }

    @Test
    void closesATooLongHeaderWithoutAWord(CapturedOutput log) {
        var flood = connect();
        flood.writeInbound(
                Unpooled.copiedBuffer("agi_x: y\n".repeat(1000), StandardCharsets.UTF_8));
        assertThat(flood.isOpen()).isFalse();
        assertThat(refused("bad_header")).isEqualTo(1);
        assertThat(log.getOut()).doesNotContain("Exception");
    }

    @Test
    void closesACallThatNobodyHolds() {
        var call = call();
        waitingScripts.remove().run();
        assertThat(call.isOpen()).isFalse();
        assertThat(refused("no_dialogue")).isEqualTo(1);
    }

    @Test
    void letsNobodyInWhileStopping() {
        admission.close();
        assertThat(call().isOpen()).isFalse();
        assertThat(refused("stopping")).isEqualTo(1);
    }

    @Test
    void countsNoScriptThatNoThreadTook() {
        threads =
                script -> {
                    throw new RejectedExecutionException();
                };
        assertThat(call().isOpen()).isFalse();
        assertThat(admission.scripts()).isZero();
        assertThat(refused("stopping")).isEqualTo(1);
    }

    private EmbeddedChannel call() {
        var connection = connect();
        sendHeader(connection);
        return connection;
    }

    private EmbeddedChannel connect() {
        var starter =
                new ScriptStarter(
                        settings,
                        new NumberPlan("CN", "021"),
                        admission,
                        lags,
                        refusals,
                        TestScripts.of(
                                        List.of(),
                                        prompt -> Path.of("/sound"),
                                        Path.of("/home"),
                                        new MemoryBoard(),
                                        settings,
                                        registry)
                                .scripts(),
                        script -> threads.execute(script),
                        meters);
        var pipeline = new CallPipeline(settings, starter, refusals, group);
        var connection =
                EmbeddedChannel.builder()
                        .channelId(DefaultChannelId.newInstance())
                        .ticker(ticker)
                        .handlers(pipeline)
                        .build();
        lags.watch(connection.eventLoop());
        connections.add(connection);
        return connection;
    }

    private static void sendHeader(EmbeddedChannel connection) {
        connection.writeInbound(
                Unpooled.copiedBuffer(
                        """
                        agi_network_script: inbound
                        agi_uniqueid: 1700000000.7
                        agi_callerid: 13800138000
                        agi_threadid: 140

                        """,
                        StandardCharsets.UTF_8));
    }

    private void pass(Duration time) {
        ticker.advance(time.toNanos(), TimeUnit.NANOSECONDS);
        connections.forEach(EmbeddedChannel::runScheduledPendingTasks);
    }

    private int refused(String reason) {
        return registry.find("hotline.agi.refused").tag("reason", reason).counters().stream()
                .mapToInt(counter -> (int) counter.count())
                .sum();
    }
}
