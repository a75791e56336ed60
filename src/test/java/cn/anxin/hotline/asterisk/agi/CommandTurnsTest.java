package cn.anxin.hotline.asterisk.agi;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.asteriskjava.fastagi.command.SetVariableCommand;
import org.asteriskjava.fastagi.command.StreamFileCommand;
import org.asteriskjava.fastagi.command.WaitForDigitCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommandTurnsTest {
    private static final CommandReply OK = new CommandReply(200, 1, 0);

    private final MockTicker ticker = Ticker.newMockTicker();
    private final EmbeddedChannel channel =
            EmbeddedChannel.builder().ticker(ticker).handlers(new CommandEncoder()).build();
    private final CommandTurns turns =
            new CommandTurns(
                    channel, TestSettings.defaults(), new AgiMeters(new SimpleMeterRegistry()));

    CommandTurnsTest() {
        channel.pipeline().addLast(turns);
    }

    @BeforeEach
    void takesTheLeaseOver() {
        submit("FIRST");
        assertThat(sent()).containsExactly("SET VARIABLE \"TIMEOUT(absolute)\" \"8.000\"");
        channel.writeInbound(OK);
        assertThat(sent()).containsExactly("SET VARIABLE \"FIRST\" \"\"");
        channel.writeInbound(OK);
    }

    @AfterEach
    void leavesNothingInTheChannel() {
        assertThat(channel.finish()).isFalse();
    }

    @Test
    void sendsTheNextCommandOnlyAfterTheReply() {
        var first = submit("A");
        var second = submit("B");
        assertThat(sent()).containsExactly("SET VARIABLE \"A\" \"\"");
        assertThat(first).isNotDone();

        channel.writeInbound(OK);
        assertThat(first).isCompletedWithValue(OK);
        assertThat(sent()).containsExactly("SET VARIABLE \"B\" \"\"");

        channel.writeInbound(OK);
        assertThat(second).isCompletedWithValue(OK);
    }

    @Test
    void passesOverAReplyThatNobodyAskedFor() {
        channel.writeInbound(new CommandReply(200, '1', 9000));
        var asked = submit("A");
        assertThat(asked).isNotDone();
        channel.writeInbound(OK);
        assertThat(asked).isCompletedWithValue(OK);
        sent();
    }

    @Test
    void refusesWhatCannotBeSaidAndGoesOn() {
        var evil = submit("A\r");
        var next = submit("B");
        assertThat(evil).isCompletedExceptionally();
        assertThat(sent()).containsExactly("SET VARIABLE \"B\" \"\"");
        channel.writeInbound(OK);
        assertThat(next).isCompletedWithValue(OK);
    }

    @Test
    void stretchesTheLeaseBeforeWhatTakesTime() {
        var playing = play(Duration.ofMillis(12_300));
        assertThat(sent()).containsExactly("SET VARIABLE \"TIMEOUT(absolute)\" \"20.300\"");
        channel.writeInbound(OK);
        assertThat(sent()).containsExactly("STREAM FILE \"/x\" \"\"");
        pass(Duration.ofMillis(12_300));
        channel.writeInbound(new CommandReply(200, 0, 98_400));
        assertThat(playing).isCompleted();
        assertThat(sent()).as("what is left fits").isEmpty();
    }

    @Test
    void cutsTheLeaseBackAfterAnEarlyKey() {
        play(Duration.ofSeconds(12));
        channel.writeInbound(OK);
        pass(Duration.ofSeconds(1));
        sent();
        channel.writeInbound(new CommandReply(200, '1', 8000));
        assertThat(sent()).containsExactly("SET VARIABLE \"TIMEOUT(absolute)\" \"8.000\"");
        channel.writeInbound(OK);
        assertThat(sent()).isEmpty();
    }

    @Test
    void renewsTheLeaseWhileTheScriptComputes() {
        pass(Duration.ofSeconds(3));
        assertThat(sent()).containsExactly("SET VARIABLE \"TIMEOUT(absolute)\" \"8.000\"");
        var meanwhile = submit("A");
        assertThat(sent()).as("the renewal has the turn").isEmpty();
        channel.writeInbound(OK);
        assertThat(sent()).containsExactly("SET VARIABLE \"A\" \"\"");
        assertThat(meanwhile).isNotDone();
        channel.writeInbound(OK);
        assertThat(meanwhile).isCompletedWithValue(OK);
    }

    @Test
    void renewsNothingWhileACommandIsUnderWay() {
        play(Duration.ofSeconds(30));
        channel.writeInbound(OK);
        sent();
        pass(Duration.ofSeconds(30));
        assertThat(sent()).isEmpty();
        channel.writeInbound(OK);
    }

    @Test
    void leavesACallerInSilenceOnlyAsLongAsAllowed() {
        for (var second = 0; second < 15; second++) {
            pass(Duration.ofSeconds(1));
            if (!sent().isEmpty()) {
                channel.writeInbound(OK);
            }
        }
        assertThat(channel.isOpen()).isTrue();
        pass(Duration.ofSeconds(2));
        assertThat(channel.isOpen()).isFalse();
        assertThat(turns.lost()).isCompletedWithValue(Lost.BROKEN);
        sent();
    }

    @Test
    void tellsAHangupAtOnceToTheCommandUnderWayAndTheNext() {
        var waiting = new Exchange(new WaitForDigitCommand(8000), Duration.ofSeconds(8));
        turns.submit(waiting);
        channel.writeInbound(OK);
        sent();
        var next = submit("A");
        channel.writeInbound(new HangupNotice());
        assertThat(waiting.result()).isCompletedWithValue(Lost.HUNG_UP);
        assertThat(next).isCompletedWithValue(Lost.HUNG_UP);
        assertThat(submit("B")).isCompletedWithValue(Lost.HUNG_UP);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void tellsAHangupWhileTheScriptComputes() {
        channel.writeInbound(new HangupNotice());
        assertThat(turns.lost()).isCompletedWithValue(Lost.HUNG_UP);
    }

    @Test
    void takesADeadChannelForAHangup() {
        var command = submit("A");
        sent();
        channel.writeInbound(new CommandReply(511, -1, 0));
        assertThat(command).isCompletedWithValue(Lost.HUNG_UP);
    }

    @Test
    void takesAClosedConnectionForABrokenOne() {
        var command = submit("A");
        sent();
        channel.close();
        assertThat(command).isCompletedWithValue(Lost.BROKEN);
    }

    @Test
    void doesNotBlameTheCallerForTheEndOfTheLease() {
        var command = submit("A");
        sent();
        pass(Duration.ofSeconds(8));
        channel.writeInbound(new HangupNotice());
        assertThat(command).isCompletedWithValue(Lost.BROKEN);
    }

    @Test
    void givesUpOnAnAsteriskThatDoesNotAnswer() {
        var command = submit("A");
        sent();
        pass(Duration.ofSeconds(9));
        assertThat(command).isNotDone();
        pass(Duration.ofSeconds(1));
        assertThat(command).isCompletedWithValue(Lost.BROKEN);
        assertThat(channel.isOpen()).isFalse();
    }

    private CompletableFuture<CommandResult> submit(String variable) {
        var exchange = new Exchange(new SetVariableCommand(variable, ""), Duration.ZERO);
        turns.submit(exchange);
        return exchange.result();
    }

    private CompletableFuture<CommandResult> play(Duration length) {
        var exchange = new Exchange(new StreamFileCommand("/x", ""), length);
        turns.submit(exchange);
        return exchange.result();
    }

    private void pass(Duration time) {
        ticker.advance(time.toNanos(), TimeUnit.NANOSECONDS);
        channel.runScheduledPendingTasks();
    }

    private List<String> sent() {
        var lines = new ArrayList<String>();
        for (ByteBuf line = channel.readOutbound(); line != null; line = channel.readOutbound()) {
            lines.add(line.toString(StandardCharsets.UTF_8).stripTrailing());
            line.release();
        }
        return lines;
    }
}
