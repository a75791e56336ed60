package cn.anxin.hotline.wellness;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.escalation.IncidentSettled;
import cn.anxin.hotline.wellness.CheckEndings.Ending;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever settles an incident has seen the person, or knows where they are; a check of that day
 * that is still open need not ask any more. In the transaction that settles.
 */
@Component
class IncidentNews {
    private final JdbcClient jdbc;
    private final CheckEndings endings;
    private final HotlineSettings hotline;

    IncidentNews(JdbcClient jdbc, CheckEndings endings, HotlineSettings hotline) {
        this.jdbc = jdbc;
        this.endings = endings;
        this.hotline = hotline;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(IncidentSettled settled) {
        var verdict = verdict(settled);
        if (verdict != null) {
            var evidence = "incident %d: %s".formatted(settled.incident(), settled.outcome());
            for (var check : open(settled)) {
                endings.end(check, new Ending(verdict, Method.INCIDENT, evidence, settled.by()));
            }
        }
    }

    /** A telephone is not rung for somebody who is known not to be there. */
    private static @Nullable Verdict verdict(IncidentSettled settled) {
        return switch (settled.outcome()) {
            case WELL, HELPED -> Verdict.CLEARED;
            case HOSPITAL, AWAY, DIED -> Verdict.AWAY;
            case WRONG_NUMBER, RESTORED, FALSE_ALARM -> null;
        };
    }

    /**
     * What somebody saw yesterday tells nothing of today. One that is becoming an incident at this
     * very moment waits for ours, so it is passed over.
     */
    private List<Check> open(IncidentSettled settled) {
        return jdbc.sql(
                        Check.SELECT
                                + """
                                where person_id = :person and state <> 'ENDED'
                                    and round_id in (
                                        select round.id from round join incident on incident.id = :incident
                                        where round.day = (coalesce(seen_at, settled_at)
                                            at time zone :zone)::date)
                                for update skip locked
                                """)
                .param("person", settled.person())
                .param("incident", settled.incident())
                .param("zone", hotline.zone().getId())
                .query(Check.class)
                .list();
    }
}
