package cn.anxin.hotline.journal;

import cn.anxin.hotline.call.CallEnded;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.CallWatcher;
import cn.anxin.hotline.call.LiveCalls;
import cn.anxin.hotline.seal.HoldsSealed;
import cn.anxin.hotline.seal.Seal;
import cn.anxin.hotline.seal.SealedColumn;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * One row a call: its beginning, and its end as far as anybody saw it. Any thread; everything may
 * be told twice.
 */
@Component
public class CallLog implements CallWatcher, HoldsSealed {
    static final SealedColumn PARTY = new SealedColumn("call_record", "call_id", "party");

    /** Between the commit of a beginning and its channel lie the dialler's two seconds and ours. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    /** The next word of the live calls, 15 s later, takes the rest. */
    private static final int LOST_AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Seal seal;

    public CallLog(JdbcClient jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /**
     * Joins the caller's transaction, so that the call's beginning is committed with its reason and
     * before it is dialled. A placed call that was then refused is to be told to {@link #ended}.
     *
     * @param party E.164, or the name of a duty phone; null for a caller who withholds it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void began(
            CallId call,
            @Nullable Long personId,
            @Nullable Long volunteerId,
            @Nullable String party) {
        var number =
                party != null && party.startsWith("+")
                        ? seal.seal(PARTY, call.value(), party)
                        : null;
        jdbc.sql(
                        """
                        insert into call_record
                            (call_id, purpose, person_id, volunteer_id, party, duty_phone)
                        values (:call, :purpose, :person, :volunteer, :party, :dutyPhone)
                        on conflict do nothing
                        """)
                .param("call", call.value())
                .param("purpose", call.purpose().name())
                .param("person", personId)
                .param("volunteer", volunteerId)
                .param("party", number)
                .param("dutyPhone", number == null ? party : null)
                .update();
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(PARTY);
    }

    /** Whom the call is with; empty if it is not known, or the call is not. */
    public Optional<Long> personOf(CallId call) {
        return jdbc.sql(
                        """
                        select person_id from call_record
                        where call_id = :call and person_id is not null
                        """)
                .param("call", call.value())
                .query(Long.class)
                .optional();
    }

    /** Volunteers who have rung us and are still on the line. */
    public Set<Long> volunteersCallingUs() {
        return jdbc.sql(
                        """
                        select volunteer_id from call_record
                        where ended_at is null and purpose = 'INBOUND'
                            and volunteer_id is not null
                        """)
                .query(Long.class)
                .set();
    }

    /** Whether any of these calls goes on. */
    public boolean anyOpen(Collection<CallId> calls) {
        return !calls.isEmpty()
                && jdbc.sql(
                                """
                                select exists (select from call_record
                                    where call_id = any(:calls) and ended_at is null)
                                """)
                        .param("calls", calls.stream().map(CallId::value).toArray(String[]::new))
                        .query(Boolean.class)
                        .single();
    }

    /** The first end seen stands; one that was only presumed gives way to it. */
    @Override
    public void ended(CallEnded end) {
        jdbc.sql(
                        """
                        update call_record
                        set ended_at = greatest(started_at, :at), outcome = :outcome,
                            q850_cause = nullif(:cause, 0), sip_status = nullif(:status, 0)
                        where call_id = :call and (ended_at is null or outcome = :lost)
                        """)
                .param("at", end.at().atOffset(ZoneOffset.UTC))
                .param("outcome", end.outcome().name())
                .param("cause", end.q850Cause())
                .param("status", end.sipStatus())
                .param("call", end.call().value())
                .param("lost", CallOutcome.LOST.name())
                .update();
    }

    @Override
    public void resynchronised(LiveCalls live) {
        jdbc.sql(
                        """
                        update call_record
                        set ended_at = greatest(started_at, :asOf), outcome = :lost
                        where call_id in (
                            select call_id from call_record
                            where ended_at is null and started_at < :before
                                and call_id <> all (:live)
                            order by started_at
                            limit :most
                            for update skip locked)
                        """)
                .param("asOf", live.asOf().atOffset(ZoneOffset.UTC))
                .param("before", live.asOf().minus(GRACE).atOffset(ZoneOffset.UTC))
                .param("lost", CallOutcome.LOST.name())
                .param("live", live.calls().stream().map(CallId::value).toArray(String[]::new))
                .param("most", LOST_AT_ONCE)
                .update();
    }
}
