package cn.anxin.hotline.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.ScreenSignal;
import cn.anxin.hotline.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

class JournalTest {
    private static final TestDatabase database = TestDatabase.fresh();
    private static final AtomicInteger screensTold = new AtomicInteger();
    private static final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();

    private final JdbcClient jdbc = database.jdbc();
    private final TransactionTemplate transactions = database.transactions();
    private final Journal journal = context.getBean(Journal.class);

    @EnableTransactionManagement
    static class Transactions {}

    @BeforeAll
    static void open() {
        context.registerBean(JdbcClient.class, database::jdbc);
        context.registerBean(
                PlatformTransactionManager.class,
                () -> database.transactions().getTransactionManager());
        context.registerBean(ScreenSignal.class, () -> screensTold::incrementAndGet);
        context.register(Transactions.class, Journal.class);
        context.refresh();
    }

    @AfterAll
    static void close() {
        context.close();
        database.close();
    }

    @Test
    void keepsWhatHappenedWithAllThatItConcerns() {
        var call = new CallId("chk-1");
        write(
                Entry.of("check-confirmed", Actor.SYSTEM)
                        .inIncident(7)
                        .inCase(8)
                        .on(call)
                        .with("key", "1"));

        var row =
                jdbc.sql("select *, detail ->> 'key' as key from journal where call_id = 'chk-1'")
                        .query()
                        .singleRow();

        assertThat(row)
                .containsEntry("kind", "check-confirmed")
                .containsEntry("actor", "system")
                .containsEntry("incident_id", 7L)
                .containsEntry("case_id", 8L)
                .containsEntry("key", "1")
                .containsEntry("person_id", null);
        assertThat(row.get("at")).isNotNull();
    }

    @Test
    void refusesToWriteWithoutTheStateThatItTells() {
        assertThatThrownBy(() -> journal.write(Entry.of("taken", Actor.API)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void goesWithTheTransactionThatFails() {
        transactions.executeWithoutResult(status -> {
            journal.write(Entry.of("never-was", Actor.API));
            status.setRollbackOnly();
        });

        assertThat(kinds("never-was")).isEmpty();
    }

    @Test
    void tellsTheScreensOnceACommitAndNotAtAllWithoutOne() {
        screensTold.set(0);
        transactions.executeWithoutResult(status -> {
            journal.write(Entry.of("first", Actor.SYSTEM));
            journal.write(Entry.of("second", Actor.SYSTEM));
            assertThat(screensTold).hasValue(0);
        });
        assertThat(screensTold).hasValue(1);

        transactions.executeWithoutResult(status -> {
            journal.write(Entry.of("third", Actor.SYSTEM));
            status.setRollbackOnly();
        });
        assertThat(screensTold).hasValue(1);
    }

    @Test
    void keepsManyInTheirOrder() {
        var entries = new ArrayList<Entry>();
        for (int number = 0; number < 2_500; number++) {
            entries.add(Entry.of("many", Actor.API).with("number", Integer.toString(number)));
        }
        transactions.executeWithoutResult(status -> journal.write(entries));

        var numbers =
                jdbc.sql(
                                "select (detail ->> 'number')::int from journal where kind = 'many' order by id")
                        .query(Integer.class)
                        .list();
        assertThat(numbers).hasSize(2_500).isSorted();
    }

    @Test
    void storesWhateverACallerSent() {
        var hostile = "\0nul \ud83d half a sign, \"quotes\" and \r\n lines \\u0000";
        write(
                Entry.of("hostile", Actor.SYSTEM)
                        .with("name", hostile)
                        .with("long", "长".repeat(9_000)));

        assertThat(detail("hostile", "name"))
                .isEqualTo("\ufffdnul \ufffd half a sign, \"quotes\" and \r\n lines \\u0000");
        assertThat(detail("hostile", "long")).hasSize(500);
    }

    @Test
    void cutsNoSignInHalf() {
        write(Entry.of("cut", Actor.SYSTEM).with("name", "x" + "𠮷".repeat(400)));

        assertThat(detail("cut", "name")).endsWith("\ufffd").contains("𠮷");
    }

    @Test
    void onlyGrows() {
        write(Entry.of("fact", Actor.SYSTEM));

        for (var change :
                List.of(
                        "update journal set kind = 'x'",
                        "delete from journal",
                        "truncate journal")) {
            assertThatThrownBy(() -> jdbc.sql(change).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("only grows");
        }
        assertThat(kinds("fact")).hasSize(1);
    }

    private void write(Entry entry) {
        transactions.executeWithoutResult(status -> journal.write(entry));
    }

    private List<String> kinds(String kind) {
        return jdbc.sql("select kind from journal where kind = :kind")
                .param("kind", kind)
                .query(String.class)
                .list();
    }

    private String detail(String kind, String key) {
        return jdbc.sql("select detail ->> :key from journal where kind = :kind")
                .param("key", key)
                .param("kind", kind)
                .query(String.class)
                .single();
    }
}
