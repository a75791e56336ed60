package cn.anxin.hotline.behaviour.town;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One Asterisk, run in place, so that it can be killed and started again. */
public final class AsteriskServer {
    private static final Duration TO_START = Duration.ofSeconds(60);

    private final String program;
    private final Path configuration;
    private final Path output;
    private final AsteriskConsole console;
    private Program process;

    AsteriskServer(String program, Path configuration, Path output) {
        this.program = program;
        this.configuration = configuration;
        this.output = output;
        this.console = new AsteriskConsole(program, configuration);
        this.process = launch();
    }

    private Program launch() {
        return Program.start(
                List.of(program, "-f", "-n", "-C", configuration.toString()), Map.of(), output);
    }

    /** After a {@link #kill}. Returns before it is ready. */
    public void start() {
        process = launch();
    }

    public void awaitReady() {
        await("Asterisk")
                .atMost(TO_START)
                .until(() -> tell("core waitfullybooted").contains("booted"));
        tell("logger add channel keys.log dtmf");
    }

    /** {@code kill -9}. */
    public void kill() {
        process.kill();
    }

    boolean runs() {
        return process.runs();
    }

    /** What its console answers. */
    public String tell(String command) {
        return console.tell(command);
    }

    /** Every channel, a line each. */
    public List<String> channels() {
        return console.channels();
    }

    void stop() {
        process.stop();
    }
}
