package cn.anxin.hotline.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.call.LiveCalls;
import cn.anxin.hotline.call.ScreenSignal;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.testing.TestDatabase;
import cn.anxin.hotline.testing.TestSeal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** A voice from the moment Asterisk has written it down until nobody may hear it any more. */
class SealedRecordingsTest {
    private static final Instant NOW = Instant.now();
    private static final CallId CALL = new CallId("chk-1");
    private static final RecordingId REPLY = new RecordingId(RecordingKind.SPOKEN_REPLY, CALL);
    private static final String WORDS = "RIFF 我很好，谢谢你们";

    private final TestDatabase database = TestDatabase.fresh();

    @TempDir Path home;
    private RecordingTable table;
    private SealedRecordings recordings;
    private SealingSweep sealing;

    private record Folder(RecordingKind kind, Path folder, boolean growing)
            implements ClearRecordings {}

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(home.resolve("recordings"));
        Files.createDirectories(home.resolve("messages/filed"));
        var folders =
                List.<ClearRecordings>of(
                        new Folder(RecordingKind.SPOKEN_REPLY, home.resolve("recordings"), true),
                        new Folder(RecordingKind.MESSAGE, home.resolve("messages/filed"), false));
        table = new RecordingTable(database.jdbc(), TestSeal.SEAL);
        recordings =
                new SealedRecordings(
                        table,
                        folders,
                        database.transactions(),
                        new HotlineSettings(home, "58958808", ZoneId.of("Asia/Shanghai")));
        sealing = new SealingSweep(recordings, folders, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void isSealedOnceItsCallIsOverAndStillToBeHeard() throws IOException {
        var clear = spoken(WORDS, NOW.minusSeconds(20));
        sealing.resynchronised(new LiveCalls(Set.of(CALL), NOW));

        sealing.sweep(10);
        assertThat(clear).as("while they may still be speaking").exists();
        assertThat(heard(REPLY)).isEqualTo(WORDS);

        sealing.resynchronised(new LiveCalls(Set.of(), NOW));
        assertThat(sealing.sweep(10)).isOne();
        assertThat(clear).doesNotExist();
        assertThat(Files.readString(sealedFile(), StandardCharsets.ISO_8859_1))
                .doesNotContain("RIFF");
        assertThat(heard(REPLY)).isEqualTo(WORDS);
        assertThat(sealing.sweep(10)).isZero();
    }

    @Test
    void aListOfCallsFromBeforeTheLastWordProvesNothing() throws IOException {
        var clear = spoken(WORDS, NOW.minusSeconds(20));
        sealing.resynchronised(new LiveCalls(Set.of(), NOW.minusSeconds(20)));

        sealing.sweep(10);

        assertThat(clear).exists();
    }

    @Test
    void withoutAsteriskItIsSealedWhenNobodyCanSpeakThatLong() throws IOException {
        spoken(WORDS, NOW.minusSeconds(599));
        assertThat(sealing.sweep(10)).isZero();

        spoken(WORDS, NOW.minusSeconds(601));
        assertThat(sealing.sweep(10)).isOne();
    }

    @Test
    void aMessageAndAReplyInOneCallAreTwo() throws IOException {
        spoken(WORDS, NOW.minusSeconds(700));
        Files.writeString(home.resolve("messages/filed/chk-1.wav"), "请回电");

        assertThat(sealing.sweep(10)).isEqualTo(2);

        assertThat(heard(REPLY)).isEqualTo(WORDS);
        assertThat(heard(new RecordingId(RecordingKind.MESSAGE, CALL))).isEqualTo("请回电");
    }

    @Test
    void whoSpeaksAgainIsHeardWithTheirLastWords() throws IOException {
        spoken("等一等", NOW.minusSeconds(700));
        sealing.sweep(10);
        spoken(WORDS, NOW.minusSeconds(650));
        sealing.sweep(10);

        assertThat(heard(REPLY)).isEqualTo(WORDS);
        try (var files = Files.list(home.resolve("recordings/sealed"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void whatWasKilledInItsMidstIsDoneAgainAndLeavesNothing() throws IOException {
        spoken(WORDS, NOW.minusSeconds(700));
        Files.createDirectories(home.resolve("recordings/sealed"));
        Files.writeString(home.resolve("recordings/sealed/999"), "sealed, its key not written");

        sealing.sweep(10);
        retention(Duration.ofDays(90)).sweep(10);

        assertThat(heard(REPLY)).isEqualTo(WORDS);
        assertThat(home.resolve("recordings/sealed/999")).doesNotExist();
    }

    @Test
    void whatSomebodyChangedIsNotPlayed() throws IOException {
        spoken(WORDS, NOW.minusSeconds(700));
        sealing.sweep(10);
        var bytes = Files.readAllBytes(sealedFile());
        bytes[bytes.length - 1] ^= 1;
        Files.write(sealedFile(), bytes);

        assertThatThrownBy(() -> recordings.sound(REPLY)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void isDeletedWithItsKeyWhenItsTimeIsOverAndThatIsWrittenDown() throws IOException {
        spoken(WORDS, NOW.minus(Duration.ofDays(90)));
        Files.writeString(home.resolve("messages/filed/later.wav"), "请回电");
        sealing.sweep(10);

        assertThat(retention(Duration.ofDays(91)).sweep(10)).isZero();
        assertThat(retention(Duration.ofDays(89)).sweep(10)).isOne();
        assertThat(retention(Duration.ofDays(89)).sweep(10)).isZero();

        assertThat(recordings.sound(REPLY)).isEmpty();
        assertThat(recordings.sound(new RecordingId(RecordingKind.MESSAGE, new CallId("later"))))
                .isPresent();
        assertThat(
                        database.jdbc()
                                .sql("select count(*) from recording where file_key is null")
                                .query(Integer.class)
                                .single())
                .isOne();
        assertThat(
                        database.jdbc()
                                .sql(
                                        """
                                        select call_id from journal
                                        where kind = 'recording-deleted' and actor = 'system'
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly("chk-1");
    }

    private Path spoken(String words, Instant at) throws IOException {
        var file = Files.writeString(home.resolve("recordings/chk-1.wav"), words);
        return Files.setLastModifiedTime(file, FileTime.from(at));
    }

    private String heard(RecordingId recording) {
        return new String(recordings.sound(recording).orElseThrow(), StandardCharsets.UTF_8);
    }

    private Path sealedFile() throws IOException {
        try (var files = Files.list(home.resolve("recordings/sealed"))) {
            return files.findFirst().orElseThrow();
        }
    }

    private RetentionSweep retention(Duration keep) {
        return new RetentionSweep(
                recordings,
                table,
                new RecordingSettings(keep),
                new Journal(
                        database.jdbc(),
                        new StaticListableBeanFactory().getBeanProvider(ScreenSignal.class)),
                database.transactions());
    }
}
