package cn.anxin.hotline.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The sheet that lies ready for the printer. */
@TestPropertySource(properties = "hotline.home=target/rooms-call-sheet")
class CallSheetFileTest extends RoomStory {
    private static final Path SHEET = Path.of("target/rooms-call-sheet/call-sheet/today.html");
    private static final Duration UNTIL_IT_IS_WRITTEN_ANEW = Duration.ofMinutes(4);

    @Autowired MovableClock clock;

    @BeforeEach
    void aWhileAfterTheLastOne() {
        clock.move(UNTIL_IT_IS_WRITTEN_ANEW);
    }

    @AfterEach
    void itGoesWithItsDay() {
        jdbc.sql("delete from line_sample").update();
        jdbc.sql("delete from attempt").update();
        jdbc.sql("delete from wellness_check").update();
        aWhileAfterTheLastOne();
        turn.sweep();
        assertThat(SHEET).doesNotExist();
    }

    @Test
    void liesThereForItsOwnerAloneWhileARoundIsOpen() throws IOException {
        check();
        aWhileAfterTheLastOne();
        turn.sweep();

        assertThat(SHEET).content().contains("唐桂兰", "示范路1号", "138 0000 0001", "朱翠花");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(SHEET)))
                .isEqualTo("rw-------");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(SHEET.toAbsolutePath().getParent())))
                .isEqualTo("rwx------");
        try (var files = Files.list(SHEET.toAbsolutePath().getParent())) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void isLaidOutOnceInTheJournalHoweverOftenItIsWritten() {
        check();
        for (int time = 0; time < 3; time++) {
            aWhileAfterTheLastOne();
            turn.sweep();
        }
        assertThat(
                        jdbc.sql("select count(*) from journal where kind = 'call-sheet-kept'")
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void goesWhenNobodyIsToBeRungAnyMore() {
        check();
        aWhileAfterTheLastOne();
        turn.sweep();
        assertThat(SHEET).exists();

        jdbc.sql(
                        """
                        update wellness_check set state = 'ENDED', verdict = 'CLEARED', queued = false,
                            method = 'VISITED', evidence = 'x', ended_by = 'duty:x', ended_at = now(),
                            next_action_at = null
                        """)
                .update();
        aWhileAfterTheLastOne();
        turn.sweep();
        assertThat(SHEET).doesNotExist();
    }
}
