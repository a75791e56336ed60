package cn.anxin.hotline.wellness.round;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.wellness.WellnessSettings;
import cn.anxin.hotline.wellness.plan.Period;
import cn.anxin.hotline.wellness.plan.PersonPlans;
import cn.anxin.hotline.wellness.plan.TownPlan;
import cn.anxin.hotline.wellness.round.RoundTable.Round;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives the people of a round their checks, some thousands in a transaction. May die between any
 * two and be run again, also twice at once: the table allows one check a person and round.
 */
@Component
class RoundPlanner {
    static final int BATCH = 5000;

    private final JdbcClient jdbc;
    private final RoundTable rounds;
    private final PersonPlans plans;
    private final TownPlan town;
    private final Journal journal;
    private final PlannedCheck.Rules rules;

    RoundPlanner(
            JdbcClient jdbc,
            RoundTable rounds,
            PersonPlans plans,
            TownPlan town,
            Journal journal,
            HotlineSettings hotline,
            WellnessSettings settings) {
        this.jdbc = jdbc;
        this.rounds = rounds;
        this.plans = plans;
        this.town = town;
        this.journal = journal;
        this.rules = new PlannedCheck.Rules(hotline.zone(), settings.latest(), settings.makeUp());
    }

    private record Planned(long person, int precedence, PlannedCheck check) {}

    /**
     * @param last the highest person dealt with
     * @param more whether there may be people after that one
     */
    record Progress(long last, boolean more) {
        static final Progress BEGINNING = new Progress(0, true);
    }

    /** The next people of the round, by id; all of them, unless some are named. */
    @Transactional
    Progress planNext(Round round, Progress before, @Nullable Collection<Long> only) {
        var planned = people(round, before.last(), only);
        var inserted = planned.isEmpty() ? 0 : insert(round, planned);
        if (inserted > 0) {
            journal.write(
                    Entry.of("round-planned", Actor.SYSTEM)
                            .with("round", Long.toString(round.id()))
                            .with("checks", Integer.toString(inserted)));
        }
        var more = planned.size() == BATCH;
        if (!more && only == null) {
            rounds.planned(round);
        }
        return new Progress(planned.isEmpty() ? before.last() : planned.getLast().person(), more);
    }

    /** The enrolled who belong to the round and have no check in it yet. */
    private List<Planned> people(Round round, long after, @Nullable Collection<Long> only) {
        var now = rounds.now();
        return jdbc.sql(
                        """
                        select person.id, person.created_at,
                            array_position(array['LOW', 'NORMAL', 'HIGH'], risk) as precedence,
                            (select pause.id from pause
                             where person_id = person.id
                                and begins_on <= round.day and back_on > round.day
                             order by back_on desc limit 1) as pause,
                            alone_until < round.day and not exists (select from person_category
                                where person_id = person.id
                                    and category <> 'TEMPORARILY_ALONE') as alone_no_more,
                            %s
                        from person join round on round.id = :round
                        where person.enrolled and person.id > :after
                            and (:everybody or person.id = any(:only))
                            and (round.people is null or person.id = any(round.people))
                            and (round.committees is null
                                or person.committee_id = any(round.committees))
                            and (round.categories is null or exists (select from person_category
                                where person_id = person.id and category = any(round.categories)))
                            and (round.risks is null or person.risk = any(round.risks))
                            and not exists (select from wellness_check
                                where person_id = person.id and round_id = :round)
                        order by person.id
                        limit :batch
                        """
                                .formatted(PersonPlans.COLUMNS))
                .param("round", round.id())
                .param("after", after)
                .param("everybody", only == null)
                .param("only", only == null ? new Long[0] : only.toArray(Long[]::new))
                .param("batch", BATCH)
                .query((row, _) -> plan(row, round, now))
                .list();
    }

    private Planned plan(ResultSet row, Round round, Instant now) throws SQLException {
        var pause = row.getObject("pause", Long.class);
        var check = check(row, round, now);
        return new Planned(
                row.getLong("id"),
                row.getInt("precedence"),
                pause == null ? check : check.away(pause));
    }

    private PlannedCheck check(ResultSet row, Round round, Instant now) throws SQLException {
        var closes = round.closesAt();
        if (closes != null) {
            return PlannedCheck.rung(new Period(round.startedAt(), closes));
        }
        if (row.getBoolean("alone_no_more")) {
            return PlannedCheck.notAloneAnyMore(round.day(), rules.zone());
        }
        return PlannedCheck.daily(
                plans.planOf(row),
                round.day(),
                town.isHoliday(round.day()),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                now,
                rules);
    }

    private int insert(Round round, List<Planned> planned) {
        return jdbc.sql(
                        """
                        insert into wellness_check (person_id, round_id, day, precedence,
                            state, verdict, method, evidence, ended_at,
                            window_opens_at, window_closes_at, later_chances, next_action_at)
                        select person, :round, :day, precedence,
                            case when verdict is null then 'WAITING' else 'ENDED' end,
                            verdict, method, why,
                            case when verdict is not null then clock_timestamp() end,
                            opens, closes, cast(later as tstzmultirange),
                            case when verdict is null then opens end
                        from unnest(
                            cast(:people as bigint[]), cast(:precedences as int[]),
                            cast(:verdicts as text[]), cast(:methods as text[]),
                            cast(:whys as text[]),
                            cast(:opens as timestamptz[]), cast(:closes as timestamptz[]),
                            cast(:laters as text[]))
                            as planned (person, precedence, verdict, method, why, opens, closes, later)
                        on conflict (person_id, round_id) do nothing
                        """)
                .param("round", round.id())
                .param("day", round.day())
                .param("people", planned.stream().map(Planned::person).toArray(Long[]::new))
                .param(
                        "precedences",
                        planned.stream().map(Planned::precedence).toArray(Integer[]::new))
                .param("verdicts", texts(planned, PlannedCheck::verdict))
                .param("methods", texts(planned, PlannedCheck::method))
                .param("whys", texts(planned, PlannedCheck::why))
                .param("opens", texts(planned, check -> check.window().opens()))
                .param("closes", texts(planned, check -> check.window().closes()))
                .param("laters", texts(planned, PlannedCheck::laterAsText))
                .update();
    }

    private static @Nullable String[] texts(
            List<Planned> planned, Function<PlannedCheck, @Nullable Object> part) {
        return planned.stream()
                .map(one -> {
                    var value = part.apply(one.check());
                    return value == null ? null : value.toString();
                })
                .toArray(String[]::new);
    }
}
