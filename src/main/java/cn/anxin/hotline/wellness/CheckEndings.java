package cn.anxin.hotline.wellness;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.seal.HoldsSealed;
import cn.anxin.hotline.seal.Seal;
import cn.anxin.hotline.seal.SealedColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ways in which a check ends, each with its evidence and who stands for it; always in the
 * caller's transaction. A check ends once: what comes later changes nothing.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CheckEndings implements HoldsSealed {
    private static final String END =
            """
            update wellness_check
            set state = 'ENDED', verdict = :verdict, method = :method, evidence = :evidence,
                ended_by = :by, note = :note, next_action_at = null, queued = false,
                ended_at = clock_timestamp()
            """;

    /** A person has one check a round, and seldom more than one round a day. */
    private static final String OPEN_OF_THE_SAME_DAY =
            """
            where person_id = :person and state <> 'ENDED'
                and round_id in (select id from round
                    where day = (select day from wellness_check where id = :check))
            """;

    private static final SealedColumn NOTE = new SealedColumn("wellness_check", "id", "note");

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Seal seal;

    CheckEndings(JdbcClient jdbc, Journal journal, Seal seal) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.seal = seal;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<SealedColumn> sealedColumns() {
        return List.of(NOTE);
    }

    /**
     * @param evidence where it can be looked up: a call, a recording, an incident, a pause
     */
    record Ending(Verdict verdict, Method method, String evidence, Actor by, String note) {

        Ending(Verdict verdict, Method method, String evidence, Actor by) {
            this(verdict, method, evidence, by, "");
        }
    }

    /**
     * One key answers all that was open about the person on that day, in whichever round.
     *
     * @param call ours to them, or theirs to us
     */
    void confirmByKey(Check check, CallId call, char key) {
        var ending =
                new Ending(
                        Verdict.CONFIRMED,
                        call.purpose() == CallPurpose.INBOUND ? Method.CALLED_US : Method.KEY,
                        "key %c in %s".formatted(key, call),
                        Actor.person(check.personId()));
        var confirmed =
                set(END + OPEN_OF_THE_SAME_DAY + "returning id", ending, null)
                        .param("person", check.personId())
                        .param("check", check.id())
                        .query(Long.class)
                        .list();
        write(confirmed, ending, check.personId(), call);
    }

    /**
     * @return whether it had not ended before
     */
    boolean end(Check check, Ending ending) {
        var note = seal.sealText(NOTE, check.id(), ending.note());
        var ended =
                set(END + "where id = :id and state <> 'ENDED' returning id", ending, note)
                        .param("id", check.id())
                        .query(Long.class)
                        .list();
        write(ended, ending, check.personId(), null);
        return !ended.isEmpty();
    }

    /**
     * What a check had come to was wrong.
     *
     * @param check locked, and ended
     */
    void correct(Check check, Ending ending) {
        var note = seal.sealText(NOTE, check.id(), ending.note());
        set(END + "where id = :id", ending, note).param("id", check.id()).update();
    }

    /** The same, where nobody knows how they are after all. */
    void correctToEscalated(Check check, long incident) {
        jdbc.sql(ESCALATE + ", method = null, evidence = null, ended_by = null where id = :id")
                .param("incident", incident)
                .param("id", check.id())
                .update();
    }

    void escalate(Check check, long incident) {
        jdbc.sql(ESCALATE + "where id = :id and state <> 'ENDED'")
                .param("incident", incident)
                .param("id", check.id())
                .update();
    }

    void escalateAllOfTheDay(Check check, long incident) {
        jdbc.sql(ESCALATE + OPEN_OF_THE_SAME_DAY)
                .param("incident", incident)
                .param("person", check.personId())
                .param("check", check.id())
                .update();
    }

    private static final String ESCALATE =
            """
            update wellness_check
            set state = 'ENDED', verdict = 'ESCALATED', incident_id = :incident,
                next_action_at = null, queued = false, ended_at = clock_timestamp()
            """;

    private JdbcClient.StatementSpec set(String sql, Ending ending, byte @Nullable [] note) {
        return jdbc.sql(sql)
                .param("verdict", ending.verdict().name())
                .param("method", ending.method().name())
                .param("evidence", ending.evidence())
                .param("by", ending.by().value())
                .param("note", note);
    }

    private void write(List<Long> checks, Ending ending, long person, @Nullable CallId call) {
        for (var check : checks) {
            var entry =
                    Entry.of("check-" + kind(ending.verdict()), ending.by())
                            .about(person)
                            .with("check", Long.toString(check))
                            .with("method", ending.method().name());
            journal.write(call == null ? entry : entry.on(call));
        }
    }

    private static String kind(Verdict verdict) {
        return switch (verdict) {
            case CONFIRMED -> "confirmed";
            case CLEARED -> "cleared";
            case AWAY -> "away";
            case NOT_DUE -> "not-due";
            case ESCALATED -> throw new IllegalArgumentException("an incident has its own entries");
        };
    }
}
