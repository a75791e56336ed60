package cn.anxin.hotline.asterisk.agi.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.asterisk.agi.TestSettings;
import cn.anxin.hotline.call.Answer;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.Ending;
import cn.anxin.hotline.call.Line;
import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.call.Question;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a dialogue says and asks, as Asterisk hears it. */
class ConversationTest {
    private static final Question WELL =
            new Question(
                    List.of(Prompt.of("good-morning"), Prompt.of("are-you-well")),
                    "12",
                    Duration.ofSeconds(6));

    @TempDir Path sounds;
    private final Told told = new Told();
    private final BlockingQueue<Duration> spoken = new LinkedBlockingQueue<>();

    @SuppressWarnings("NullAway.Init")
    private TestService service;

    @SuppressWarnings("NullAway.Init")
    private FakeAsterisk asterisk;

    @AfterEach
    void closeAll() {
        asterisk.close();
        service.close();
    }

    @Test
    void saysPromptsToTheirEndAndDropsKeys() {
        hold(line -> {
            line.say(Prompt.of("good-morning"), Prompt.of("goodbye"));
            return new Ending.HangUp();
        });
        assertThat(asterisk.command()).isEqualTo(streamed("good-morning", ""));
        asterisk.send("200 result=0 endpos=8000\n");
        assertThat(asterisk.command()).isEqualTo(streamed("goodbye", ""));
        asterisk.send("200 result=0 endpos=8000\n");
        asterisk.awaitClose();
    }

    @Test
    void goesOnWhenASoundIsMissing() {
        hold(line -> {
            line.say(Prompt.of("not-there"), Prompt.of("goodbye"));
            return new Ending.HangUp();
        });
        assertThat(asterisk.command()).isEqualTo(streamed("not-there", ""));
        asterisk.send("200 result=-1 endpos=0\n");
        assertThat(asterisk.command()).isEqualTo(streamed("goodbye", ""));
        asterisk.send("200 result=0 endpos=8000\n");
        asterisk.awaitClose();
        assertThat(service.registry.counter("hotline.agi.missing.sounds").count()).isEqualTo(1);
    }

    @Test
    void letsAKeyCutTheWordsShort() {
        ask(WELL);
        assertThat(asterisk.command()).isEqualTo(streamed("good-morning", "0123456789*#ABCD"));
        asterisk.send("200 result=49 endpos=4000\n");
        assertThat(told.next()).isEqualTo(new Answer.Pressed('1'));
        asterisk.awaitClose();
    }

    @Test
    void takesAKeyInALaterPrompt() {
        ask(WELL);
        asterisk.command();
        asterisk.send("200 result=0 endpos=16000\n");
        assertThat(asterisk.command()).isEqualTo(streamed("are-you-well", "0123456789*#ABCD"));
        asterisk.send("200 result=50 endpos=80\n");
        assertThat(told.next()).isEqualTo(new Answer.Pressed('2'));
    }

    @Test
    void takesAKeyAfterTheLastWord() {
        ask(WELL);
        hear("good-morning", "are-you-well");
        assertThat(asterisk.command()).isEqualTo("WAIT FOR DIGIT 6000");
        asterisk.send("200 result=50\n");
        assertThat(told.next()).isEqualTo(new Answer.Pressed('2'));
    }

    @Test
    void knowsAWrongKey() {
        ask(WELL);
        asterisk.command();
        asterisk.send("200 result=35 endpos=4000\n");
        assertThat(told.next()).isEqualTo(new Answer.Invalid('#'));
    }

    @Test
    void knowsSilence() {
        ask(WELL);
        hear("good-morning", "are-you-well");
        asterisk.command();
        asterisk.send("200 result=0\n");
        assertThat(told.next()).isEqualTo(new Answer.Silent());
    }

    @Test
    void knowsAVoice() {
        ask(WELL);
        hear("good-morning");
        asterisk.command();
        service.talking.talkingStarted(new CallId(FakeAsterisk.CALL));
        asterisk.send("200 result=0 endpos=16000\n");
        asterisk.command();
        asterisk.send("200 result=0\n");
        assertThat(told.next()).isEqualTo(new Answer.Spoke());
        asterisk.awaitClose();
        assertThat(asterisk.settings()).first().isEqualTo(set("TALK_DETECT(set)", "600"));
    }

    @Test
    void knowsTheLongestThatWasSpokenAtAStretch() {
        hold(line -> {
            line.ask(WELL);
            spoken.add(line.longestSpeech());
            return new Ending.HangUp();
        });
        asterisk.command();
        var call = new CallId(FakeAsterisk.CALL);
        for (var millis : List.of(1200, 7300, 400)) {
            service.talking.talkingStarted(call);
            service.talking.talkingStopped(call, Duration.ofMillis(millis));
        }
        asterisk.send("200 result=49 endpos=16000\n");
        asterisk.awaitClose();
        assertThat(spoken).containsExactly(Duration.ofMillis(7300));
    }

    @Test
    void takesNoVoiceFromBeforeTheQuestion() {
        hold(line -> {
            line.say(Prompt.of("good-morning"));
            told.tell(line.ask(WELL));
            return new Ending.HangUp();
        });
        asterisk.command();
        service.talking.talkingStarted(new CallId(FakeAsterisk.CALL));
        service.talking.talkingStarted(new CallId("of-nobody"));
        asterisk.send("200 result=0 endpos=16000\n");
        hear("good-morning", "are-you-well");
        asterisk.command();
        asterisk.send("200 result=0\n");
        assertThat(told.next()).isEqualTo(new Answer.Silent());
    }

    @Test
    void prefersTheKeyToTheVoice() {
        ask(WELL);
        asterisk.command();
        service.talking.talkingStarted(new CallId(FakeAsterisk.CALL));
        asterisk.send("200 result=49 endpos=4000\n");
        assertThat(told.next()).isEqualTo(new Answer.Pressed('1'));
    }

    @Test
    void takesNoKeyThatWasPressedBeforeTheQuestionBegan() {
        ask(WELL);
        asterisk.command();
        asterisk.send("200 result=49 endpos=160\n");
        assertThat(asterisk.command()).as("more of them?").isEqualTo("WAIT FOR DIGIT 300");
        asterisk.send("200 result=49\n");
        assertThat(asterisk.command()).isEqualTo("WAIT FOR DIGIT 300");
        asterisk.send("200 result=0\n");
        hear("good-morning", "are-you-well");
        asterisk.command();
        asterisk.send("200 result=0\n");
        assertThat(told.next()).isEqualTo(new Answer.Silent());
    }

    @Test
    void takesTheKeyOfSomebodySlowWhenTheSameQuestionBeginsAgain() {
        hold(line -> {
            told.tell(line.ask(WELL));
            told.tell(line.ask(WELL.slowly()));
            return new Ending.HangUp();
        });
        hear("good-morning", "are-you-well");
        asterisk.command();
        asterisk.send("200 result=0\n");
        assertThat(told.next()).isEqualTo(new Answer.Silent());
        asterisk.command();
        asterisk.send("200 result=49 endpos=160\n");
        assertThat(told.next()).isEqualTo(new Answer.Pressed('1'));
    }

    @Test
    void callsAFloodOfKeysAWrongKey() {
        ask(WELL);
        asterisk.command();
        asterisk.send("200 result=49 endpos=0\n");
        var drops = 0;
        for (var command = asterisk.command();
                command.startsWith("WAIT");
                command = asterisk.command()) {
            drops++;
            asterisk.send("200 result=49\n");
        }
        asterisk.send("200 result=49 endpos=0\n");
        assertThat(drops).isLessThan(60);
        assertThat(told.next()).isEqualTo(new Answer.Invalid('1'));
    }

    @Test
    void takesNoKeyForAQuestionThatCouldNotBeHeard() {
        ask(WELL);
        asterisk.command();
        asterisk.send("200 result=-1 endpos=0\n");
        asterisk.command();
        asterisk.send("200 result=-1 endpos=0\n");
        assertThat(asterisk.command()).isEqualTo("WAIT FOR DIGIT 300");
        asterisk.send("200 result=0\n");
        assertThat(asterisk.command()).isEqualTo("WAIT FOR DIGIT 6000");
        asterisk.send("200 result=49\n");
        assertThat(told.next()).isEqualTo(new Answer.Invalid('1'));
    }

    @Test
    void neverWaitsForEver() {
        ask(new Question(WELL.prompts(), "1", Duration.ZERO));
        hear("good-morning", "are-you-well");
        assertThat(asterisk.command()).isEqualTo("WAIT FOR DIGIT 1");
        asterisk.send("200 result=0\n");
        assertThat(told.next()).isEqualTo(new Answer.Silent());
    }

    @Test
    void stretchesTheLeaseByTheLengthOfTheSound() throws IOException {
        sound("good-morning", 3);
        sound("are-you-well", 12);
        ask(WELL);
        hear("good-morning", "are-you-well");
        asterisk.command();
        asterisk.send("200 result=0\n");
        asterisk.awaitClose();
        assertThat(asterisk.leases())
                .as("stretched for each, cut back since here nothing takes its time")
                .containsExactly("8.000", "11.000", "8.000", "20.000", "8.000", "14.000", "8.000");
    }

    private void hold(Function<Line, Ending> script) {
        service = new TestService(sounds, TestSettings.defaults(), script);
        asterisk = FakeAsterisk.call(service.address());
    }

    private void ask(Question question) {
        hold(line -> {
            told.tell(line.ask(question));
            return new Ending.HangUp();
        });
    }

    private void hear(String... prompts) {
        for (var prompt : prompts) {
            assertThat(asterisk.command()).contains("/" + prompt + "\"");
            asterisk.send("200 result=0 endpos=16000\n");
        }
    }

    private String streamed(String prompt, String keys) {
        return "STREAM FILE \"%s\" \"%s\"".formatted(sounds.resolve(prompt), keys);
    }

    private static String set(String name, String value) {
        return "SET VARIABLE \"%s\" \"%s\"".formatted(name, value);
    }

    private void sound(String key, int seconds) throws IOException {
        try (var file = new RandomAccessFile(sounds.resolve(key + ".wav").toFile(), "rw")) {
            file.setLength(44 + seconds * 16_000L);
        }
    }
}
