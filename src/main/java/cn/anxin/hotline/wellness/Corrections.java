package cn.anxin.hotline.wellness;

import cn.anxin.hotline.escalation.Cause;
import cn.anxin.hotline.escalation.Incidents;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.wellness.CheckEndings.Ending;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A named person says that what a check had come to was wrong. What it had been is in the journal,
 * and in the day's record if that was kept. A check that became an incident is not corrected: the
 * incident is settled. Any thread.
 */
@Component
public class Corrections {
    private final JdbcClient jdbc;
    private final CheckEndings endings;
    private final Incidents incidents;
    private final Journal journal;

    Corrections(JdbcClient jdbc, CheckEndings endings, Incidents incidents, Journal journal) {
        this.jdbc = jdbc;
        this.endings = endings;
        this.incidents = incidents;
        this.journal = journal;
    }

    /** What it is corrected to. */
    public enum To {
        /** Whoever corrects it talked with them by telephone. */
        TALKED(Verdict.CLEARED, Method.TALKED),
        /** Was with them. */
        VISITED(Verdict.CLEARED, Method.VISITED),
        /** Heard it from somebody who had seen them. */
        REPORTED_WELL(Verdict.CLEARED, Method.REPORTED_WELL),
        /** They were elsewhere. */
        AWAY(Verdict.AWAY, Method.REPORTED_WELL),
        /** Nobody knows how they are: an incident is opened at once. */
        ESCALATED(Verdict.ESCALATED, null);

        private final Verdict verdict;
        private final @Nullable Method method;

        To(Verdict verdict, @Nullable Method method) {
            this.verdict = verdict;
            this.method = method;
        }

        public Verdict verdict() {
            return verdict;
        }
    }

    public enum Why {
        /** The key was not theirs: somebody else's hand, or a habit. */
        SOMEBODY_ELSE_PRESSED,
        /** The recording, or the talk, was misunderstood. */
        MISUNDERSTOOD,
        /** It was entered for the wrong person. */
        WRONG_PERSON,
        /** Something became known only later. */
        KNOWN_LATER
    }

    /**
     * @param note at most 1,000 characters
     */
    public record Word(To to, Why why, String note) {
        @Override
        public String toString() {
            return "Word[" + to + ", " + why + "]";
        }
    }

    public enum Corrected {
        DONE,
        /** It has not ended, or it became an incident. */
        NOT_SO,
        /** That day has no such check. */
        UNKNOWN
    }

    private record Was(
            @Nullable Verdict verdict, @Nullable Method method, @Nullable String evidence) {}

    /**
     * @param day on which the check is, of whichever round
     */
    @Transactional
    public Corrected correct(LocalDate day, long id, Actor by, Word word) {
        var found = find(day, id);
        if (found.isEmpty()) {
            return Corrected.UNKNOWN;
        }
        var check = found.get();
        var was = was(id);
        var verdict = was.verdict();
        if (verdict == null || verdict == Verdict.ESCALATED) {
            return Corrected.NOT_SO;
        }
        var method = word.to().method;
        if (method == null) {
            var incident = incidents.open(check.personId(), Cause.CHECK_MISSED, null);
            endings.correctToEscalated(check, incident);
        } else {
            var evidence = "word of %s: %s".formatted(by, word.why());
            endings.correct(
                    check, new Ending(word.to().verdict(), method, evidence, by, word.note()));
        }
        journal.write(entry(check, by, was, verdict, word));
        return Corrected.DONE;
    }

    private static Entry entry(Check check, Actor by, Was was, Verdict verdict, Word word) {
        return Entry.of("check-corrected", by)
                .about(check.personId())
                .with("check", Long.toString(check.id()))
                .with("before", verdict.name())
                .with("before-method", was.method() == null ? "-" : was.method().name())
                .with("before-evidence", was.evidence() == null ? "-" : was.evidence())
                .with("after", word.to().verdict().name())
                .with("method", word.to().name())
                .with("why", word.why().name());
    }

    private Optional<Check> find(LocalDate day, long id) {
        return jdbc.sql(Check.SELECT + "where id = :id and day = :day for update")
                .param("id", id)
                .param("day", day)
                .query(Check.class)
                .optional();
    }

    private Was was(long id) {
        return jdbc.sql("select verdict, method, evidence from wellness_check where id = :id")
                .param("id", id)
                .query(Was.class)
                .single();
    }
}
