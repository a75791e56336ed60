package cn.anxin.hotline.asterisk.agi.server;

import cn.anxin.hotline.asterisk.TalkListener;
import cn.anxin.hotline.asterisk.agi.AgiSettings;
import cn.anxin.hotline.asterisk.agi.TestSettings;
import cn.anxin.hotline.asterisk.agi.script.TestScripts;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.Dialogue;
import cn.anxin.hotline.call.Ending;
import cn.anxin.hotline.call.Line;
import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.call.Prompt;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.util.concurrent.Ticker;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** The FastAGI server with one dialogue for every kind of call, on a free port. */
final class TestService implements AutoCloseable {
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final MemoryBoard board = new MemoryBoard();
    final TalkListener talking;
    final Admission admission;
    final AgiServer server;

    TestService(Path sounds, AgiSettings settings, Function<Line, Ending> script) {
        this("127.0.0.1", sounds, settings, script);
    }

    static void listenOn(String host, Path sounds) {
        new TestService(host, sounds, TestSettings.defaults(), line -> new Ending.HangUp()).close();
    }

    private TestService(
            String host, Path sounds, AgiSettings settings, Function<Line, Ending> script) {
        var meters = new ServerMeters(registry);
        admission = new Admission(settings, Ticker.systemTicker());
        var dialogues =
                List.of(CallPurpose.values()).stream()
                        .<Dialogue>map(purpose -> dialogue(purpose, script))
                        .toList();
        var scripts =
                TestScripts.of(
                        dialogues,
                        prompt -> sounds.resolve(((Prompt.Catalogued) prompt).key()),
                        sounds,
                        board,
                        settings,
                        registry);
        talking = scripts.talking();
        server =
                new AgiServer(
                        new InetSocketAddress(host, 0),
                        settings,
                        new NumberPlan("CN", "021"),
                        scripts.scripts(),
                        admission,
                        meters);
    }

    SocketAddress address() {
        return server.address();
    }

    int refused(String reason) {
        return registry.find("hotline.agi.refused").tag("reason", reason).counters().stream()
                .mapToInt(counter -> (int) counter.count())
                .sum();
    }

    @Override
    public void close() {
        server.close();
    }

    private static Dialogue dialogue(CallPurpose purpose, Function<Line, Ending> script) {
        return new Dialogue() {
            @Override
            public CallPurpose purpose() {
                return purpose;
            }

            @Override
            public Ending hold(Line line) {
                return script.apply(line);
            }
        };
    }
}
