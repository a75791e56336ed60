package cn.anxin.hotline.asterisk.agi.server;

import static java.nio.file.attribute.PosixFilePermission.OWNER_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.anxin.hotline.asterisk.agi.AgiSettings;
import cn.anxin.hotline.asterisk.agi.TestSettings;
import cn.anxin.hotline.call.Answer;
import cn.anxin.hotline.call.CallBoard.Stage;
import cn.anxin.hotline.call.Ending;
import cn.anxin.hotline.call.Ending.Urgency;
import cn.anxin.hotline.call.Line;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.call.Question;
import cn.anxin.hotline.call.Recording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Calls from their first byte to their last. */
@ExtendWith(OutputCaptureExtension.class)
class AgiServerTest {
    private static final String DONE = "SET VARIABLE \"AGI_DONE\" \"1\"";
    private static final Question WELL =
            new Question(List.of(Prompt.of("good-morning")), "12", Duration.ofSeconds(60));

    @TempDir Path sounds;
    private final Told told = new Told();
    private volatile Optional<Recording> recorded = Optional.empty();
    private final List<AutoCloseable> open = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private TestService service;

    @AfterEach
    void closeAll() throws Exception {
        for (var resource : open.reversed()) {
            resource.close();
        }
    }

    @Test
    void handsBackACallThatIsOver() {
        serve(line -> new Ending.HangUp());
        var asterisk = call();
        asterisk.awaitClose();
        assertThat(asterisk.settings())
                .containsExactly(
                        "SET VARIABLE \"TALK_DETECT(set)\" \"600\"",
                        "EXEC \"MSet\" \"TALK_DETECT(remove)=,ROUTE=bye,QUEUE_PRIO=0,MEANWHILE=\"",
                        DONE);
        assertThat(service.board.stages()).containsExactly(Stage.TALKING);
    }

    @Test
    void handsACallerOverToTheDutyDesk() {
        serve(line -> new Ending.DutyDesk(Urgency.EMERGENCY, "to-duty"));
        var asterisk = call();
        asterisk.awaitClose();
        assertThat(asterisk.settings())
                .endsWith(
                        "EXEC \"MSet\" \"TALK_DETECT(remove)=,ROUTE=duty,QUEUE_PRIO=100,MEANWHILE=to-duty\"",
                        DONE);
        assertThat(service.board.stages()).containsExactly(Stage.TALKING, Stage.WAITING_FOR_DUTY);
        assertThat(service.board.calls())
                .allMatch(entry -> entry.party().endsWith("00") && entry.party().startsWith("*"));
    }

    @Test
    void handsBackACallThatIsToBeConnectedByTheNativeDialplan() {
        serve(line ->
                new Ending.Connect(new PhoneNumber("+8613800000001"), Duration.ofSeconds(30)));
        var asterisk = call();
        asterisk.awaitClose();
        assertThat(asterisk.settings())
                .endsWith(
                        "EXEC \"MSet\" \"TALK_DETECT(remove)=,ROUTE=connect,QUEUE_PRIO=0,MEANWHILE=,CONNECT=13800000001,CONNECT_RING=30\"",
                        DONE);
    }

    @Test
    void keepsEachThingThatACallerSaysByItself() {
        serve(line -> {
            line.record(Duration.ofSeconds(30), Duration.ofSeconds(3));
            line.record(Duration.ofSeconds(30), Duration.ofSeconds(3));
            return new Ending.HangUp();
        });
        var asterisk = call();
        var first = recordingIn(asterisk.command());
        asterisk.send("200 result=0 (timeout) endpos=16000\n");
        var second = recordingIn(asterisk.command());
        asterisk.send("200 result=0 (timeout) endpos=16000\n");
        asterisk.awaitClose();

        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void keepsWhatACallerSays() throws IOException {
        serve(line -> {
            recorded = line.record(Duration.ofSeconds(30), Duration.ofSeconds(3));
            return new Ending.HangUp();
        });
        var asterisk = call();
        var command = asterisk.command();
        Files.write(recordingIn(command), new byte[44 + 2 * 16_000]);
        asterisk.send("200 result=0 (timeout) endpos=16000\n");
        asterisk.awaitClose();

        assertThat(command).contains("\"wav\" \"0123456789*#ABCD\" 30000").endsWith("s=3");
        assertThat(asterisk.settings()).endsWith(DONE);
        assertThat(asterisk.leases()).contains("38.000");
        assertThat(recorded.orElseThrow().length()).isEqualTo(Duration.ofSeconds(2));
        assertThat(Files.getPosixFilePermissions(recordingIn(command).getParent()))
                .containsExactlyInAnyOrder(OWNER_READ, OWNER_WRITE, OWNER_EXECUTE);
    }

    @Test
    void keepsWhatACallerSaidBeforeHangingUp() throws IOException {
        serve(line -> {
            recorded = line.record(Duration.ofSeconds(30), Duration.ofSeconds(3));
            return new Ending.HangUp();
        });
        var asterisk = call();
        Files.write(recordingIn(asterisk.command()), new byte[44 + 16_000]);
        asterisk.hangUp();

        await().until(() -> service.admission.scripts() == 0);
        assertThat(recorded.orElseThrow().length()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aClickIsNoRecording() {
        serve(line -> {
            recorded = line.record(Duration.ofSeconds(30), Duration.ofSeconds(3));
            return new Ending.HangUp();
        });
        var asterisk = call();
        assertThat(asterisk.command()).startsWith("RECORD FILE ");
        asterisk.send("200 result=0 (timeout) endpos=0\n");
        asterisk.awaitClose();

        assertThat(recorded).isEmpty();
    }

    private static Path recordingIn(String command) {
        return Path.of(command.split("\"")[1] + ".wav");
    }

    @Test
    void doesNotSayDoneWhenTheRouteCouldNotBeSet() {
        serve(this::askOnce);
        var asterisk = call();
        asterisk.refuseToExecute();
        asterisk.command();
        asterisk.send("200 result=49 endpos=9000\n");
        asterisk.awaitClose();
        assertThat(asterisk.settings()).doesNotContain(DONE);
    }

    @Test
    void leavesACallToTheFallbackWhenItsDialogueFails(CapturedOutput log) {
        serve(line -> {
            throw new IllegalStateException("no street for 王秀英, 13800138000");
        });
        var asterisk = call();
        asterisk.awaitClose();
        assertThat(asterisk.settings()).doesNotContain(DONE);
        assertThat(service.board.stages()).endsWith(Stage.WAITING_FOR_DUTY);
        assertThat(log.getOut())
                .contains("its dialogue failed")
                .contains("java.lang.IllegalStateException\n\tat cn.anxin")
                .doesNotContain("王秀英", "13800138000");
    }

    @Test
    void leavesACallToTheFallbackWhenEvenTheVirtualMachineFails() {
        serve(line -> {
            throw new StackOverflowError();
        });
        var asterisk = call();
        asterisk.awaitClose();
        assertThat(asterisk.settings()).doesNotContain(DONE);
        await().until(() -> service.admission.scripts() == 0);
    }

    enum Departure {
        HANGUP(FakeAsterisk::hangUp, new Answer.HungUp()),
        CLOSED(FakeAsterisk::close, new Answer.Failed()),
        RESET(FakeAsterisk::die, new Answer.Failed()),
        HALF_CLOSED(FakeAsterisk::closeHalf, new Answer.Failed());

        final Consumer<FakeAsterisk> how;
        final Answer answer;

        Departure(Consumer<FakeAsterisk> how, Answer answer) {
            this.how = how;
            this.answer = answer;
        }
    }

    @ParameterizedTest
    @EnumSource
    void seesTheEndOfTheCallWhileTheScriptComputes(Departure departure, CapturedOutput log) {
        var computing = new CountDownLatch(1);
        serve(line -> {
            computing.countDown();
            await().until(line::gone);
            told.tell(line.ask(WELL));
            line.say(Prompt.of("goodbye"));
            return new Ending.HangUp();
        });
        var asterisk = FakeAsterisk.call(service.address());
        asterisk.settle();
        await().until(() -> computing.getCount() == 0);
        departure.how.accept(asterisk);
        assertThat(told.next()).isEqualTo(departure.answer);
        assertEndedQuietly(log);
    }

    @ParameterizedTest
    @EnumSource
    void seesTheEndOfTheCallWhilePlaying(Departure departure, CapturedOutput log) {
        serve(this::askOnce);
        var asterisk = FakeAsterisk.call(service.address());
        assertThat(asterisk.command()).startsWith("STREAM FILE");
        departure.how.accept(asterisk);
        assertThat(told.next()).isEqualTo(departure.answer);
        assertEndedQuietly(log);
    }

    @ParameterizedTest
    @EnumSource
    void seesTheEndOfTheCallWhileWaitingForAKey(Departure departure, CapturedOutput log) {
        serve(this::askOnce);
        var asterisk = FakeAsterisk.call(service.address());
        asterisk.command();
        asterisk.send("200 result=0 endpos=16000\n");
        assertThat(asterisk.command()).startsWith("WAIT FOR DIGIT");
        departure.how.accept(asterisk);
        assertThat(told.next()).isEqualTo(departure.answer);
        assertEndedQuietly(log);
    }

    @ParameterizedTest
    @EnumSource
    void seesTheEndOfTheCallBeforeItsFirstCommand(Departure departure, CapturedOutput log) {
        serve(this::askOnce);
        var asterisk = FakeAsterisk.call(service.address());
        await().until(() -> service.admission.scripts() == 1); // a reset would take the header too
        departure.how.accept(asterisk);
        assertThat(told.next()).isEqualTo(departure.answer);
        assertEndedQuietly(log);
    }

    @Test
    void waitsForTheReasonWhenAskingWasCutOff() {
        serve(this::askOnce);
        var asterisk = call();
        asterisk.command();
        asterisk.send("200 result=0 endpos=16000\n");
        asterisk.command();
        asterisk.send("200 result=-1\n");
        asterisk.hangUp();
        assertThat(told.next()).isEqualTo(new Answer.HungUp());
    }

    @Test
    void readsAHeaderThatComesByteByByte() {
        serve(this::askOnce);
        var asterisk = new FakeAsterisk(service.address());
        open.add(asterisk);
        for (var letter :
                FakeAsterisk.header("inbound", FakeAsterisk.CALL, "13800138000").toCharArray()) {
            asterisk.send(Character.toString(letter));
        }
        assertThat(asterisk.command()).startsWith("STREAM FILE");
    }

    @Test
    void knowsACallerOfNineKilobytesForNobody(CapturedOutput log) {
        serve(line -> {
            told.tell(line.caller());
            return new Ending.HangUp();
        });
        var asterisk = new FakeAsterisk(service.address());
        open.add(asterisk);
        asterisk.send(FakeAsterisk.header("inbound", FakeAsterisk.CALL, "1".repeat(9 * 1024)));
        asterisk.awaitClose();
        assertThat(told.next()).asString().isEqualTo("Optional.empty");
        assertThat(asterisk.settings()).endsWith(DONE);
        assertThat(log.getOut()).doesNotContain("111");
    }

    @Test
    void closesWhoDoesNotSayWhichCallItIs() {
        serve(this::askOnce);
        var stranger = new FakeAsterisk(service.address());
        open.add(stranger);
        stranger.send("GET / HTTP/1.1\r\n\r\n");
        stranger.awaitClose();
        assertThat(service.refused("no_header")).isEqualTo(1);
    }

    @Test
    void closesACallForAnUnknownScript() {
        serve(this::askOnce);
        var stranger = new FakeAsterisk(service.address());
        open.add(stranger);
        stranger.send(FakeAsterisk.header("admin", FakeAsterisk.CALL, "unknown"));
        stranger.awaitClose();
        assertThat(service.refused("bad_header")).isEqualTo(1);
    }

    @Test
    void leavesCallsBeyondTheLimitToTheFallbackAtOnce() {
        serve(TestSettings.scripts(2), this::askOnce);
        var first = call();
        var second = call();
        first.command();
        second.command();

        var third = call();
        third.awaitClose();
        assertThat(third.settings()).isEmpty();

        first.hangUp();
        await().until(() -> service.admission.scripts() == 1);
        assertThat(call().command()).startsWith("STREAM FILE");
    }

    @Test
    void letsScriptsFinishBeforeItStops() {
        serve(this::askOnce);
        var asterisk = call();
        asterisk.command();
        var stopping = Thread.startVirtualThread(service::close);
        await().until(this::refusesConnections);
        asterisk.send("200 result=49 endpos=9000\n");
        asterisk.awaitClose();
        assertThat(asterisk.settings()).endsWith(DONE);
        await().until(() -> !stopping.isAlive());
    }

    @Test
    void leavesScriptsThatDoNotFinishToTheFallback() {
        serve(
                new AgiSettings(
                        400,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(8),
                        Duration.ofSeconds(15),
                        Duration.ofMillis(600),
                        Duration.ofMillis(100)),
                this::askOnce);
        var asterisk = call();
        asterisk.command();
        service.close();
        asterisk.awaitClose();
        assertThat(asterisk.settings()).doesNotContain(DONE);
        assertThat(told.next()).isEqualTo(new Answer.Failed());
    }

    @Test
    void listensOnLoopbackOnly() {
        serve(this::askOnce);
        assertThatThrownBy(() -> TestService.listenOn("0.0.0.0", sounds))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("loopback");
    }

    @Test
    void countsWhatItDoes() {
        serve(line -> new Ending.HangUp());
        call().awaitClose();
        await().untilAsserted(() ->
                assertThat(
                                service.registry
                                        .get("hotline.agi.script")
                                        .tags("purpose", "inbound", "end", "hang_up")
                                        .timer()
                                        .count())
                        .isEqualTo(1));
        assertThat(service.registry.get("hotline.agi.round.trip").timer().count()).isEqualTo(4);
        assertThat(service.registry.get("hotline.agi.start.delay").timer().count()).isEqualTo(1);
    }

    private Ending askOnce(Line line) {
        told.tell(line.ask(WELL));
        return new Ending.HangUp();
    }

    private void serve(Function<Line, Ending> script) {
        serve(TestSettings.defaults(), script);
    }

    private void serve(AgiSettings settings, Function<Line, Ending> script) {
        service = new TestService(sounds, settings, script);
        open.add(service);
    }

    private FakeAsterisk call() {
        var asterisk = FakeAsterisk.call(service.address());
        open.add(asterisk);
        return asterisk;
    }

    private boolean refusesConnections() {
        try (var late = new FakeAsterisk(service.address())) {
            return false;
        } catch (UncheckedIOException e) {
            return true;
        }
    }

    private void assertEndedQuietly(CapturedOutput log) {
        await().until(() -> service.admission.scripts() == 0);
        assertThat(log.getOut()).doesNotContain("Exception", "ERROR");
    }
}
