package cn.anxin.hotline.speech;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.call.Prompt;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With an engine of the town's own: it writes what it was asked into the sound. */
class CallSoundsTest {
    private static final String ENGINE =
            """
            #!/bin/sh
            for out in "$@"; do :; done
            echo run >>"${0%/*}/runs"
            { echo "$*"; cat; } >"$out"
            """;
    private static final Prompt WHO = Prompt.spoken("王秀兰，住103室", "incident-somebody");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @TempDir private Path home;

    private Path engine;

    @BeforeEach
    void house() throws IOException {
        Files.createDirectories(home.resolve("sounds/zh/hotline"));
        Files.writeString(home.resolve("prompts.properties"), "incident-somebody=有一位关爱对象，\n");
        engine = home.resolve("engine");
        install(ENGINE);
    }

    @Test
    void aCataloguedSoundIsNamedAsAsteriskWantsIt() throws Exception {
        put("incident-somebody");

        assertThat(sounds().of(Prompt.of("incident-somebody")))
                .isEqualTo(home.resolve("sounds/zh/hotline/incident-somebody"));
        assertThat(runs()).isZero();
    }

    @Test
    void aCataloguedSoundThatIsMissingIsMade() throws Exception {
        var sound = sounds().of(Prompt.of("incident-somebody").slowly());

        assertThat(sound.getFileName()).hasToString("incident-somebody-slow");
        assertThat(text(sound)).startsWith("--slow - ").contains("有一位关爱对象");
    }

    @Test
    void withoutASlowSoundTheOrdinaryOneIsPlayed() throws Exception {
        put("check-greeting");

        assertThat(sounds().of(Prompt.of("check-greeting").slowly()).getFileName())
                .hasToString("check-greeting");
    }

    @Test
    void aTextThatNobodyWroteIsStillAPath() throws Exception {
        assertThat(sounds().of(Prompt.of("never-written")))
                .isEqualTo(home.resolve("sounds/zh/hotline/never-written"));
    }

    @Test
    void wordsAreMadeOnceAndKept() throws Exception {
        var sounds = sounds();

        var first = sounds.of(WHO);
        var second = sounds().of(WHO);

        assertThat(second).isEqualTo(first);
        assertThat(runs()).isOne();
        assertThat(text(first)).contains("王秀兰，住幺零三室");
    }

    @Test
    void manyCallsThatWantTheSameWordsMakeThemOnce() throws Exception {
        var sounds = sounds();
        try (var calls = Executors.newVirtualThreadPerTaskExecutor()) {
            var wishes = new ArrayList<Callable<Path>>();
            for (var i = 0; i < 20; i++) {
                wishes.add(() -> sounds.of(WHO));
            }
            for (var sound : calls.invokeAll(wishes)) {
                assertThat(text(sound.get())).contains("王秀兰");
            }
        }
        assertThat(runs()).isOne();
    }

    @Test
    void slowWordsAreAnotherSound() throws Exception {
        var sounds = sounds();

        assertThat(text(sounds.of(WHO))).doesNotContain("--slow");
        assertThat(text(sounds.of(WHO.slowly()))).contains("--slow");
    }

    @Test
    void nothingPersonalIsInNamesOrArguments() throws Exception {
        var sound = sounds().of(WHO);

        assertThat(sound.toString()).doesNotContain("王").doesNotContain("103");
        assertThat(text(sound).lines().findFirst().orElseThrow()).doesNotContain("王");
        assertThat(Files.getPosixFilePermissions(home.resolve("sounds/spoken")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void whatCannotBeSpokenIsSubstituted() throws Exception {
        put("incident-somebody");
        put("incident-somebody-slow");
        install("#!/bin/sh\nexit 1\n");
        var sounds = sounds();

        assertThat(sounds.of(WHO).getFileName()).hasToString("incident-somebody");
        assertThat(sounds.of(WHO.slowly()).getFileName()).hasToString("incident-somebody-slow");
        assertThat(sounds.of(Prompt.spoken("♥", "incident-somebody")).getFileName())
                .hasToString("incident-somebody");
        assertThat(meters.counter("hotline.speech.substituted").count()).isEqualTo(3);
    }

    @Test
    void anEngineThatHangsIsEndedAndSubstituted() throws Exception {
        put("incident-somebody");
        install("#!/bin/sh\necho $$ >\"${0%/*}/pid\"\nexec sleep 1000\n");

        assertThat(sounds(Duration.ofMillis(500), 10).of(WHO).getFileName())
                .hasToString("incident-somebody");

        var pid = Long.parseLong(Files.readString(home.resolve("pid")).strip());
        ProcessHandle.of(pid).ifPresent(engine -> engine.onExit().join());
        assertThat(meters.timer("hotline.speech.renders", "outcome", "late").count()).isOne();
    }

    @Test
    void withoutAnyEngineCallsGoOn() throws Exception {
        put("incident-somebody");
        Files.delete(engine);

        assertThat(sounds().of(WHO).getFileName()).hasToString("incident-somebody");
    }

    @Test
    void theLeastUsedSoundsGoFirst() throws Exception {
        var sounds = sounds(Duration.ofSeconds(3), 2);
        var first = sounds.of(Prompt.spoken("甲", "x"));
        var second = sounds.of(Prompt.spoken("乙", "x"));
        age(second, 60);
        age(first, 120);
        assertThat(sounds.of(Prompt.spoken("甲", "x"))).isEqualTo(first);

        sounds.of(Prompt.spoken("丙", "x"));

        assertThat(file(first)).exists();
        assertThat(file(second)).doesNotExist();
    }

    private CallSounds sounds() {
        return sounds(Duration.ofSeconds(3), 10);
    }

    private CallSounds sounds(Duration patience, int kept) {
        var house = new HotlineSettings(home, "58958808", ZoneId.of("Asia/Shanghai"));
        var settings =
                new SpeechSettings(home.resolve("prompts.properties"), engine, patience, 2, kept);
        return new CallSounds(
                house,
                settings,
                new SpokenFolder(house, settings, Clock.systemUTC()),
                new Speaker(settings, meters),
                meters);
    }

    private void install(String script) throws IOException {
        Files.writeString(engine, script);
        Files.setPosixFilePermissions(engine, PosixFilePermissions.fromString("rwx------"));
    }

    private void put(String key) throws IOException {
        Files.writeString(home.resolve("sounds/zh/hotline/" + key + ".wav"), "a sound");
    }

    private static void age(Path sound, int seconds) throws IOException {
        var file = file(sound);
        var time = Files.getLastModifiedTime(file).toInstant().minusSeconds(seconds);
        Files.setLastModifiedTime(file, FileTime.from(time));
    }

    private long runs() throws IOException {
        var runs = home.resolve("runs");
        return Files.exists(runs) ? Files.readAllLines(runs).size() : 0;
    }

    private static Path file(Path sound) {
        return sound.resolveSibling(sound.getFileName() + ".wav");
    }

    private static String text(Path sound) throws IOException {
        return Files.readString(file(sound));
    }
}
