package cn.anxin.hotline.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which keys a service starts with, and when it does not start. */
class KeysOfTheTownTest {
    private final TestDatabase database = TestDatabase.blank();
    private final SealConfiguration configuration = new SealConfiguration();

    @TempDir Path home;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aNewTownGetsItsOwnThatOnlyItsUserReads() throws IOException {
        start();

        var file = home.resolve("seal-keys.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        start();
        assertThat(keysUsed()).isEqualTo(2);
    }

    @Test
    void withoutTheFileASealedTownDoesNotStart() throws IOException {
        start();
        Files.delete(home.resolve("seal-keys.json"));

        assertThatThrownBy(this::start)
                .isInstanceOf(SealFailed.class)
                .hasMessage(
                        "the database is sealed, and its keys are not in "
                                + home.resolve("seal-keys.json"));
        assertThat(home.resolve("seal-keys.json")).doesNotExist();
        assertThat(keysUsed()).isEqualTo(2);
    }

    @Test
    void norWithAnotherTownsFile() {
        start();
        new SealKeysFile(home.resolve("seal-keys.json")).write(SealKeys.fresh());

        assertThatThrownBy(this::start)
                .isInstanceOf(SealFailed.class)
                .hasMessage(
                        "the database is sealed with a key that is not in "
                                + home.resolve("seal-keys.json"));
        assertThat(keysUsed()).isEqualTo(2);
    }

    @Test
    void norWithAFileThatHoldsNoKeys() throws IOException {
        start();
        Files.writeString(home.resolve("seal-keys.json"), "{}");

        assertThatThrownBy(this::start)
                .isInstanceOf(SealFailed.class)
                .hasMessage("no keys are in " + home.resolve("seal-keys.json"));
    }

    @Test
    void anOlderKeyIsNeededUntilNothingIsSealedWithIt() {
        var first = start();
        var file = new SealKeysFile(home.resolve("seal-keys.json"));
        file.write(first.rotated());
        var second = start();
        assertThat(keysUsed()).isEqualTo(4);

        file.write(second.newestOnly());
        assertThatThrownBy(this::start).isInstanceOf(SealFailed.class);

        file.write(second);
        start();
        new KeyRecord(database.jdbc()).retireAllBut(second);
        file.write(second.newestOnly());
        start();
        file.write(first);
        assertThatThrownBy(this::start).isInstanceOf(SealFailed.class);
    }

    @Test
    void theKeyOfTwoWhoStartAtOnceIsTheFirstOnes(@TempDir Path otherHome) {
        var late =
                configuration.sealKeys(
                        new SealKeysFile(otherHome.resolve("seal-keys.json")),
                        database.dataSource());
        start();

        assertThatThrownBy(() ->
                        configuration.keyRecord(
                                database.jdbc(),
                                late,
                                new SealKeysFile(otherHome.resolve("seal-keys.json"))))
                .isInstanceOf(SealFailed.class);
    }

    @Test
    void whoeverIsAtTheTerminalReadsOneLineAndWhatToDo() {
        var told =
                Objects.requireNonNull(
                        new SealFailedAnalyzer().analyze(new SealFailed("the keys are gone")));

        assertThat(told.getDescription()).isEqualTo("the keys are gone");
        assertThat(told.getAction()).contains("hotline.seal.keys");
    }

    /** As Spring does it: keys, migration, record. */
    private SealKeys start() {
        var file =
                configuration.sealKeysFile(
                        new SealSettings(null),
                        new HotlineSettings(home, "58958808", ZoneId.of("Asia/Shanghai")));
        var keys = configuration.sealKeys(file, database.dataSource());
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations("classpath:db/migration")
                .javaMigrations(new V7__SealPersonalDetails(keys))
                .load()
                .migrate();
        configuration.keyRecord(database.jdbc(), keys, file);
        return keys;
    }

    private int keysUsed() {
        return database.jdbc().sql("select count(*) from seal_key").query(Integer.class).single();
    }
}
