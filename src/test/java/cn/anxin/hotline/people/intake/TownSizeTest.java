package cn.anxin.hotline.people.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.people.Roster;
import cn.anxin.hotline.people.intake.report.ImportReport;
import cn.anxin.hotline.testing.TestDatabase;
import cn.anxin.hotline.testing.TestSeal;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Twenty thousand people. */
class TownSizeTest {
    private static final int PEOPLE = 20_000;
    private static final TestDatabase database = TestDatabase.fresh();

    @BeforeAll
    static void fill() throws IOException {
        assertThat(Counts.of(imported())).isEqualTo(new Counts(PEOPLE, 0, 0, 0));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void comeInAndComeAgain() throws IOException {
        assertThat(Counts.of(imported())).isEqualTo(new Counts(0, 0, PEOPLE, 0));
    }

    @Test
    void areReadPageByPage() {
        var roster = new Roster(database.jdbc(), TestSeal.SEAL, TestSeal.INDEX);
        int seen = 0;
        for (var page = roster.enrolled(0, 1_000); !page.isEmpty(); ) {
            seen += page.size();
            page = roster.enrolled(page.getLast().id(), 1_000);
        }

        assertThat(seen).isEqualTo(PEOPLE).isEqualTo(roster.size());
    }

    @Test
    void areFoundWithoutWalkingThroughAllOfThem() throws SQLException {
        // one connection, for it counts its own scans
        try (var connection = database.dataSource().getConnection()) {
            var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            var roster = new Roster(jdbc, TestSeal.SEAL, TestSeal.INDEX);
            var person = roster.enrolled(PEOPLE / 2, 1).getFirst();
            var before = walks(jdbc);

            roster.person(person.id()).orElseThrow();
            roster.enrolled(person.id(), 100);
            roster.page(person.id(), 100);
            roster.peopleAt(person.numbers().getFirst());
            var volunteer = roster.ladderOf(person.id()).getFirst();
            roster.volunteer(volunteer.id()).orElseThrow();
            roster.volunteerAt(volunteer.number()).orElseThrow();
            roster.volunteerAt(new PhoneNumber("+8613100000000"));

            assertThat(walks(jdbc)).isEqualTo(before);
        }
    }

    private static ImportReport imported() throws IOException {
        var file = RosterFile.text(RosterFile.many(PEOPLE));
        return (ImportReport) ImportRig.on(database).run(file, ImportOptions.ADD, Actor.API);
    }

    /**
     * How often each table was read from end to end; committees are few, and this town told no
     * family.
     */
    private static Map<String, Long> walks(JdbcClient jdbc) {
        jdbc.sql("select pg_stat_force_next_flush()").query().listOfRows();
        return jdbc
                .sql(
                        "select relname, seq_scan from pg_stat_user_tables where relname not in ('committee', 'family_contact')")
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
