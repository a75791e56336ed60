package cn.anxin.hotline.wellness.day;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.watch.Invariants;
import cn.anxin.hotline.wellness.WellnessSettings;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks whether the rounds are as they must be, by the database's clock. Any thread. */
@Component
public class RoundInvariants implements Invariants {
    private final JdbcClient jdbc;
    private final DayReport days;
    private final HotlineSettings hotline;
    private final WellnessSettings settings;

    public RoundInvariants(
            JdbcClient jdbc, DayReport days, HotlineSettings hotline, WellnessSettings settings) {
        this.jdbc = jdbc;
        this.days = days;
        this.hotline = hotline;
        this.settings = settings;
    }

    @Override
    public String room() {
        return "wellness";
    }

    @Override
    public Map<String, Long> breaches() {
        return Arrays.stream(Invariant.values())
                .collect(Collectors.toMap(Invariant::name, this::breaches));
    }

    private long breaches(Invariant invariant) {
        return switch (invariant) {
            case EVERYBODY_HAS_A_CHECK -> settings.daily() ? withoutACheck() : 0;
            case TOTALS_ADD_UP -> amiss();
            case NOTHING_OVERDUE -> overdue();
            case CLOSED_WINDOWS_ESCALATE -> closedInSilence();
            case GOOD_NEWS_IS_PROVEN -> unproven();
        };
    }

    /** A city is planned within a minute; nobody is missed before three. */
    private long withoutACheck() {
        return jdbc.sql(
                        """
                        with today as (
                            select (now() at time zone :zone)::date as day
                        )
                        select count(*) from person, today
                        where enrolled
                            and greatest(created_at, updated_at) < now() - interval '3 min'
                            and day::timestamp at time zone :zone < now() - interval '3 min'
                            and not exists (select from wellness_check
                                where person_id = person.id and round_id =
                                    (select id from round
                                     where kind = 'DAILY' and round.day = today.day))
                        """)
                .param("zone", hotline.zone().getId())
                .query(Long.class)
                .single();
    }

    private long amiss() {
        var today =
                LocalDate.ofInstant(
                        jdbc.sql("select now()").query(OffsetDateTime.class).single().toInstant(),
                        hotline.zone());
        var day = days.of(today);
        long roster =
                jdbc.sql(
                                """
                                select count(*) from person
                                where enrolled or exists (select from wellness_check
                                    where person_id = person.id and round_id =
                                        (select id from round
                                         where kind = 'DAILY' and round.day = :today))
                                """)
                        .param("today", today)
                        .query(Long.class)
                        .single();
        return Math.abs(roster - day.totals().sum());
    }

    private long overdue() {
        return jdbc.sql(
                        """
                        select
                            (select count(*) from wellness_check where state = 'WAITING' and not queued
                                and next_action_at < now() - interval '60 s')
                            + (select count(*) from wellness_check where state = 'CALLING'
                                and next_action_at < now() - interval '60 s')
                        """)
                .query(Long.class)
                .single();
    }

    private long closedInSilence() {
        return jdbc.sql(
                        """
                        select count(*) from wellness_check
                        where state = 'WAITING'
                            and window_closes_at < now() - interval '60 s'
                        """)
                .query(Long.class)
                .single();
    }

    /** Of the last ten minutes: looked at every ten seconds, nothing is passed over. */
    private long unproven() {
        return jdbc.sql(
                        """
                        select count(*) from wellness_check
                        where verdict in ('CONFIRMED', 'CLEARED')
                            and ended_at > now() - interval '10 min'
                            and (evidence is null or method is null or ended_by is null
                                or (method = 'KEY'
                                    and not exists (select from attempt
                                        where call_id = substring(evidence from '^key . in (.+)$')
                                            and attempt.person_id = wellness_check.person_id
                                            and result = 'FINE')
                                    and not exists (select from call_record
                                        where call_id = substring(evidence from '^key . in (.+)$')
                                            and call_record.person_id = wellness_check.person_id
                                            and purpose = 'INBOUND')))
                        """)
                .query(Long.class)
                .single();
    }
}
