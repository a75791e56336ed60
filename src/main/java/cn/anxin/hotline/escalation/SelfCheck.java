package cn.anxin.hotline.escalation;

import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.watch.Broken;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rings those on duty when what must always hold does not: somebody may be falling through a crack.
 * One incident at a time, however much is broken; the screen and the log name it all.
 */
@Component
class SelfCheck implements IncidentSubject {
    private static final Words WORDS =
            new Words("系统自检发现不对", "系统自己检查的时候，发现有记录不对。请看一下值守屏，核对今天的名单有没有漏掉的老人，再请技术人员来看。");

    private final JdbcClient jdbc;
    private final Incidents incidents;
    private final Journal journal;

    SelfCheck(JdbcClient jdbc, Incidents incidents, Journal journal) {
        this.jdbc = jdbc;
        this.incidents = incidents;
        this.journal = journal;
    }

    @EventListener
    @Transactional
    public void on(Broken broken) {
        var entry =
                Entry.of("self-check-failed", Actor.SYSTEM)
                        .with("room", broken.room())
                        .with("invariant", broken.invariant())
                        .with("rows", Long.toString(broken.rows()));
        journal.write(
                open().map(entry::inIncident)
                        .orElseGet(() ->
                                entry.inIncident(
                                        incidents.openAboutNobody(Cause.SELF_CHECK_FAILED))));
    }

    private Optional<Long> open() {
        return jdbc.sql(
                        """
                        select id from incident
                        where next_action_at is not null and person_id is null
                            and exists (select from incident_cause
                                where incident_id = incident.id and kind = 'SELF_CHECK_FAILED')
                        limit 1
                        """)
                .query(Long.class)
                .optional();
    }

    @Override
    public Optional<Words> of(long incident) {
        var isOne =
                jdbc.sql(
                                """
                                select exists (select from incident_cause
                                    where incident_id = :incident and kind = 'SELF_CHECK_FAILED')
                                """)
                        .param("incident", incident)
                        .query(Boolean.class)
                        .single();
        return isOne ? Optional.of(WORDS) : Optional.empty();
    }
}
