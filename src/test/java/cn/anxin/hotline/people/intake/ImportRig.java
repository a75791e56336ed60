package cn.anxin.hotline.people.intake;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.call.ScreenSignal;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.people.Categories;
import cn.anxin.hotline.people.CategorySettings;
import cn.anxin.hotline.people.Roster;
import cn.anxin.hotline.people.Window;
import cn.anxin.hotline.people.intake.row.RosterNumbers;
import cn.anxin.hotline.people.intake.row.RosterReading;
import cn.anxin.hotline.people.intake.sheet.SheetFile;
import cn.anxin.hotline.people.keeping.Enrolments;
import cn.anxin.hotline.people.keeping.RosterWriter;
import cn.anxin.hotline.testing.TestDatabase;
import cn.anxin.hotline.testing.TestSeal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.util.unit.DataSize;

/** The import on a database, in a year that does not pass. */
public final class ImportRig {
    public static final int THIS_YEAR = 2026;
    public static final int MOST_ROWS = 50_000;
    public static final Categories CATEGORIES = new Categories(new CategorySettings(List.of()));
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private ImportRig() {}

    public static RosterImport on(TestDatabase database) {
        return yearsLater(database, 0);
    }

    public static RosterImport yearsLater(TestDatabase database, int years) {
        var midsummer = LocalDate.of(THIS_YEAR + years, 7, 1).atStartOfDay(ZONE).toInstant();
        var noScreens = new StaticListableBeanFactory().getBeanProvider(ScreenSignal.class);
        var journal = new Journal(database.jdbc(), noScreens);
        return new RosterImport(
                database.jdbc(),
                new Roster(database.jdbc(), TestSeal.SEAL, TestSeal.INDEX),
                new RosterWriter(
                        database.jdbc(), journal, CATEGORIES, TestSeal.SEAL, TestSeal.INDEX),
                new Enrolments(database.jdbc(), journal, TestSeal.SEAL),
                CATEGORIES,
                new JdbcTransactionManager(database.dataSource()),
                journal,
                new PeopleSettings(Window.of("09:00-11:00"), DataSize.ofMegabytes(20), MOST_ROWS),
                new NumberPlan("CN", "021"),
                new HotlineSettings(Path.of("target"), "58958808", ZONE),
                Clock.fixed(midsummer, ZONE));
    }

    public static RosterReading reading(String text) {
        return reading(text.getBytes(StandardCharsets.UTF_8));
    }

    public static RosterReading reading(byte[] file) {
        return reading(file, null);
    }

    /**
     * @param sheet its name; null for the first that is a roster
     */
    public static RosterReading reading(byte[] file, @Nullable String sheet) {
        var settings = new HotlineSettings(Path.of("target"), "58958808", ZONE);
        var numbers = new RosterNumbers(new NumberPlan("CN", "021"), settings);
        try (var sheets =
                SheetFile.open(new ByteArrayInputStream(file), DataSize.ofMegabytes(20))) {
            return RosterReading.of(sheets, sheet, MOST_ROWS, numbers, CATEGORIES, THIS_YEAR);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
