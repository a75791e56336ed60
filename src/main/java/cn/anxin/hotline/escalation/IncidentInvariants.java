package cn.anxin.hotline.escalation;

import cn.anxin.hotline.watch.Invariants;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks whether the incidents are as they must be, by the database's clock. Any thread. */
@Component
class IncidentInvariants implements Invariants {
    private final JdbcClient jdbc;
    private final EscalationSettings settings;

    IncidentInvariants(JdbcClient jdbc, EscalationSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    enum Invariant {
        /** Somebody with a name, at a time, through a channel: no other way leads on. */
        WHO_HAS_IT_HAS_A_NAME,
        /** An unsettled incident has a next step, and none is overdue by more than a minute. */
        ALWAYS_A_NEXT_STEP,
        /** Nobody is waited for whose telephone does not ring. */
        NO_WAIT_WITHOUT_A_CALL,
        /** Taken without a word is open again a minute after its deadline. */
        LAPSED_IS_OPEN_AGAIN,
        /** A call has ended a minute after its deadline. */
        CALLS_END,
        /** Nobody talks with us in two of these calls at once. */
        ONE_CALL_A_TELEPHONE,
        /** A settled incident rings nobody. */
        SETTLED_IS_SILENT,
        /** The journal tells of every step that somebody took. */
        JOURNAL_TELLS_ALL
    }

    @Override
    public String room() {
        return "escalation";
    }

    @Override
    public Map<String, Long> breaches() {
        return Arrays.stream(Invariant.values())
                .collect(Collectors.toMap(Invariant::name, this::breaches));
    }

    private long breaches(Invariant invariant) {
        return switch (invariant) {
            case WHO_HAS_IT_HAS_A_NAME -> nameless();
            case ALWAYS_A_NEXT_STEP -> stuck();
            case NO_WAIT_WITHOUT_A_CALL -> waitingForNothing();
            case LAPSED_IS_OPEN_AGAIN -> lapsed();
            case CALLS_END -> endless();
            case ONE_CALL_A_TELEPHONE -> twice();
            case SETTLED_IS_SILENT -> ringingForNothing();
            case JOURNAL_TELLS_ALL -> untold();
        };
    }

    private long nameless() {
        return count(
                """
                select count(*) from incident
                where next_action_at is not null and state in ('TAKEN', 'SEEN')
                    and (taken_by is null or taken_at is null or taken_via is null)
                """);
    }

    private long stuck() {
        return count(
                """
                select (select count(*) from incident
                        where next_action_at < now() - interval '60 s')
                    + (select count(*) from incident
                        where state <> 'SETTLED' and next_action_at is null)
                """);
    }

    /** The longest that a ladder rests without ringing anybody. */
    private long waitingForNothing() {
        return jdbc.sql(
                        """
                        select count(*) from incident
                        where next_action_at > clock_timestamp() + make_interval(secs => :rest)
                            and state in ('OPEN', 'NOTIFYING')
                            and not exists (select from escalation_call call
                                where call.incident_id = incident.id and kind = 'SUMMON'
                                    and ended_at is null and answer is null)
                        """)
                .param("rest", settings.longestRest().toMillis() / 1000.0)
                .query(Long.class)
                .single();
    }

    private long lapsed() {
        return count(
                """
                select count(*) from incident
                where next_action_at is not null and lapses_at < now() - interval '60 s'
                """);
    }

    private long endless() {
        return count(
                """
                select count(*) from escalation_call
                where ended_at is null and deadline_at < now() - interval '60 s'
                """);
    }

    private long twice() {
        return count(
                """
                select count(*) from (
                    select contact from escalation_call where ended_at is null
                    group by contact having count(distinct call_id) > 1) as twice
                """);
    }

    private long ringingForNothing() {
        return count(
                """
                select count(*) from escalation_call call
                join incident on incident.id = call.incident_id
                where call.ended_at is null and answered_at is null and kind = 'SUMMON'
                    and state = 'SETTLED' and settled_at < now() - interval '5 s'
                    and not exists (select from escalation_call other
                        join incident needed on needed.id = other.incident_id
                        where other.call_id = call.call_id and needed.state <> 'SETTLED')
                """);
    }

    /** Of the last ten minutes: looked at every ten seconds, nothing is passed over. */
    private long untold() {
        return count(
                """
                select (select count(*) from incident
                        where opened_at > now() - interval '10 min'
                            and not exists (select from journal
                                where incident_id = incident.id and kind = 'incident-opened'))
                    + (select count(*) from incident
                        where next_action_at is not null and taken_at > now() - interval '10 min'
                            and state in ('TAKEN', 'SEEN')
                            and not exists (select from journal
                                where incident_id = incident.id and actor = taken_by
                                    and kind in ('incident-taken', 'incident-accepted',
                                        'incident-seen')))
                """);
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
