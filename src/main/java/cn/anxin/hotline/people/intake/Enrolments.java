package cn.anxin.hotline.people.intake;

import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.people.keeping.Because;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes who leaves the roster and who returns to it, in the caller's transaction. Nobody is
 * deleted: whoever has left is no longer rung, and that is all.
 */
final class Enrolments {
    private final JdbcClient jdbc;
    private final Journal journal;

    Enrolments(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    void leave(Collection<Long> people, Because because) {
        write(people, false, "person-left", because);
    }

    void enrol(Collection<Long> people, Because because) {
        write(people, true, "person-enrolled", because);
    }

    private void write(Collection<Long> people, boolean enrolled, String kind, Because because) {
        if (people.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        update person
                        set enrolled = :enrolled, version = version + 1, updated_at = now()
                        where id = any (:people)
                        """)
                .param("enrolled", enrolled)
                .param("people", people.toArray(Long[]::new))
                .update();
        journal.write(
                people.stream()
                        .map(id ->
                                Entry.of(kind, because.by())
                                        .about(id)
                                        .with("why", because.reason()))
                        .toList());
    }
}
