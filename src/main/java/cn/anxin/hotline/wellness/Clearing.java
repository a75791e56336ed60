package cn.anxin.hotline.wellness;

import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.wellness.CheckEndings.Ending;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A named person says how somebody is whose check has not ended; then nobody rings there any more.
 * A check that became an incident is not cleared: the incident is settled. Any thread.
 */
@Component
public class Clearing {
    private final JdbcClient jdbc;
    private final CheckEndings endings;

    Clearing(JdbcClient jdbc, CheckEndings endings) {
        this.jdbc = jdbc;
        this.endings = endings;
    }

    /** How whoever clears a check knows. */
    public enum How {
        /** Talked with them by telephone. */
        TALKED(Method.TALKED),
        /** Was with them. */
        VISITED(Method.VISITED),
        /** Heard it from somebody who had seen them: the volunteer, family, neighbours. */
        REPORTED_WELL(Method.REPORTED_WELL);

        private final Method method;

        How(Method method) {
            this.method = method;
        }
    }

    public enum Cleared {
        DONE,
        /** It had ended before. */
        TOO_LATE,
        /** That day has no such check. */
        UNKNOWN
    }

    /**
     * @param day on which the check is, of whichever round
     * @param note at most 1,000 characters
     */
    @Transactional
    public Cleared clear(LocalDate day, long check, Actor by, How how, String note) {
        return find(day, check)
                .map(found -> {
                    var talk = found.deskTalkCall();
                    var evidence =
                            how == How.TALKED && talk != null ? "call " + talk : "word of " + by;
                    return end(found, new Ending(Verdict.CLEARED, how.method, evidence, by, note));
                })
                .orElse(Cleared.UNKNOWN);
    }

    private Cleared end(Check check, Ending ending) {
        return endings.end(check, ending) ? Cleared.DONE : Cleared.TOO_LATE;
    }

    private Optional<Check> find(LocalDate day, long id) {
        return jdbc.sql(Check.SELECT + "where id = :id and day = :day for update")
                .param("id", id)
                .param("day", day)
                .query(Check.class)
                .optional();
    }
}
