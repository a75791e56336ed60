package cn.anxin.hotline.wellness.day;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes what has become another of a kept day: somebody's standing, the outcome of their incident,
 * or that they left the roster on that very day. It compares what is known with what is, so it does
 * not matter which way a change came, and comparing twice notes it once.
 */
@Component
class DayAmendments {
    /** Whoever is in the round of the day, and whoever was in the record. */
    private static final String NOTE =
            """
            with amended as (
                select distinct on (person_id) * from day_amendment
                where record_id = :record
                order by person_id, id desc
            ), known as (
                select coalesce(kept.person_id, amended.person_id) as person_id,
                    case when amended.id is null then kept.standing
                        else amended.standing_after end as standing,
                    case when amended.id is null then kept.outcome
                        else amended.outcome_after end as outcome,
                    coalesce(amended.left_roster, not kept.enrolled) as gone
                from (select * from day_record_person where record_id = :record) as kept
                full join amended on amended.person_id = kept.person_id
            ), present as (
                select c.person_id, %s as standing, c.method, c.evidence, c.ended_by, c.ended_at,
                    c.incident_id, incident.outcome, incident.settled_at, incident.settled_by
                from wellness_check c left join incident on incident.id = c.incident_id
                where c.round_id = (select id from round where kind = 'DAILY' and day = :day)
            ), leaving as (
                select distinct on (person_id) person_id, id, at, actor
                from person_change
                where kind = 'LEFT' and at < :end
                    and at > (select kept_at from day_record where id = :record)
                order by person_id, id desc
            ), compared as (
                select coalesce(known.person_id, present.person_id) as person,
                    known.standing as standing_before,
                    coalesce(present.standing, 'NOT_DUE') as standing_after,
                    known.outcome as outcome_before, present.outcome as outcome_after,
                    coalesce(known.gone, false) as gone_before,
                    coalesce(known.gone, false) or leaving.id is not null as gone_after,
                    present.method, present.evidence, present.ended_by, present.ended_at,
                    present.incident_id, present.settled_at, present.settled_by,
                    present.person_id is null as without_check,
                    leaving.id as leaving, leaving.at as left_at, leaving.actor as left_by
                from known
                full join present on present.person_id = known.person_id
                left join leaving
                    on leaving.person_id = coalesce(known.person_id, present.person_id)
            )
            insert into day_amendment (record_id, person_id, at, by_whom, why, evidence,
                standing_before, standing_after, outcome_before, outcome_after, left_roster)
            select :record, person,
                coalesce(case
                    when gone_after and not gone_before then left_at
                    when outcome_after is distinct from outcome_before then settled_at
                    else ended_at end, clock_timestamp()),
                coalesce(case
                    when gone_after and not gone_before then left_by
                    when outcome_after is distinct from outcome_before then settled_by
                    else ended_by end, :system),
                case
                    when gone_after and not gone_before then 'LEFT_THE_ROSTER'
                    when outcome_after is distinct from outcome_before then 'INCIDENT_SETTLED'
                    when without_check then 'CHECK_REMOVED'
                    when standing_after = 'ESCALATED' then 'INCIDENT_OPENED'
                    else coalesce(method, 'WAITS_AGAIN') end,
                case
                    when gone_after and not gone_before then 'change ' || leaving
                    when outcome_after is distinct from outcome_before
                        then 'incident ' || incident_id || coalesce(': ' || outcome_after, '')
                    when standing_after = 'ESCALATED' then 'incident ' || incident_id
                    else evidence end,
                standing_before, standing_after, outcome_before, outcome_after, gone_after
            from compared
            where standing_before is distinct from standing_after
                or outcome_before is distinct from outcome_after
                or gone_before <> gone_after
            order by person
            returning id, person_id, by_whom, why, standing_before, standing_after
            """
                    .formatted(Totals.STANDING);

    private final JdbcClient jdbc;
    private final Journal journal;
    private final HotlineSettings hotline;

    DayAmendments(JdbcClient jdbc, Journal journal, HotlineSettings hotline) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.hotline = hotline;
    }

    private record Noted(
            long id,
            long personId,
            String byWhom,
            String why,
            @Nullable String standingBefore,
            String standingAfter) {}

    /**
     * @return how many changes were noted
     */
    @Transactional
    int note(LocalDate day) {
        return jdbc.sql(
                        """
                        select id from day_record where day = :day and kind = 'DAILY'
                        for update skip locked
                        """)
                .param("day", day)
                .query(Long.class)
                .optional()
                .map(record -> note(record, day))
                .orElse(0);
    }

    private int note(long record, LocalDate day) {
        var end = day.plusDays(1).atStartOfDay(hotline.zone()).toInstant();
        var noted =
                jdbc.sql(NOTE)
                        .param("record", record)
                        .param("day", day)
                        .param("end", end.atOffset(ZoneOffset.UTC))
                        .param("system", Actor.SYSTEM.value())
                        .query(Noted.class)
                        .list();
        journal.write(noted.stream().map(one -> entry(record, day, one)).toList());
        return noted.size();
    }

    private static Entry entry(long record, LocalDate day, Noted noted) {
        return Entry.of("day-amended", new Actor(noted.byWhom()))
                .about(noted.personId())
                .with("record", Long.toString(record))
                .with("day", day.toString())
                .with("amendment", Long.toString(noted.id()))
                .with("before", Objects.toString(noted.standingBefore(), "-"))
                .with("after", noted.standingAfter())
                .with("why", noted.why());
    }

    /** Those kept of late, the latest first. */
    List<LocalDate> kept(int days) {
        return jdbc.sql(
                        """
                        select day from day_record
                        where kind = 'DAILY'
                            and day >= (clock_timestamp() at time zone :zone)::date - :days
                        order by day desc
                        """)
                .param("zone", hotline.zone().getId())
                .param("days", days)
                .query(LocalDate.class)
                .list();
    }
}
