package cn.anxin.hotline.people.keeping;

import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.people.keeping.ChangeLog.Logged;
import cn.anxin.hotline.seal.Seal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes that many leave the roster or return to it, with their history, in the caller's
 * transaction. Whoever calls has made sure that nobody else writes the same people meanwhile.
 */
@Component
public class Enrolments {
    private final JdbcClient jdbc;
    private final ChangeLog log;

    public Enrolments(JdbcClient jdbc, Journal journal, Seal seal) {
        this.jdbc = jdbc;
        this.log = new ChangeLog(jdbc, journal, seal);
    }

    /** The daily check rings them no more; all that is known of them stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void leave(Collection<Long> people, Because because) {
        write(people, false, ChangeKind.LEFT, because);
    }

    /** The daily check rings them again; none of them may have refused it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enrol(Collection<Long> people, Because because) {
        write(people, true, ChangeKind.ENROLLED, because);
    }

    private void write(
            Collection<Long> people, boolean enrolled, ChangeKind kind, Because because) {
        if (people.isEmpty()) {
            return;
        }
        List<Logged> changes = new ArrayList<>();
        jdbc.sql(
                        """
                        update person
                        set enrolled = :enrolled, version = version + 1, updated_at = now()
                        where id = any (:people)
                        returning id, version
                        """)
                .param("enrolled", enrolled)
                .param("people", people.toArray(Long[]::new))
                .query(row -> {
                    changes.add(new Logged(row.getLong("id"), row.getInt("version"), Map.of()));
                });
        log.write(kind, changes, because);
    }
}
