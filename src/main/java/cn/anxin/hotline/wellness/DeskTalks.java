package cn.anxin.hotline.wellness;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.DutyWatcher;
import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.CallLog;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody of the duty desk talks with a served person whose check is open: one who rang the
 * hotline from their own number, or one who was put through from the check. Anybody may be at that
 * telephone, so it is no proof; but the round leaves them in peace for a while, and shows the talk
 * to the desk, which says with a name how they are. If it does not, they are rung again.
 */
@Component
class DeskTalks implements DutyWatcher {
    private final JdbcClient jdbc;
    private final Attempts attempts;
    private final CallLog callLog;
    private final Journal journal;
    private final HotlineSettings hotline;
    private final WellnessSettings settings;
    private final TransactionTemplate transaction;

    DeskTalks(
            JdbcClient jdbc,
            Attempts attempts,
            CallLog callLog,
            Journal journal,
            HotlineSettings hotline,
            WellnessSettings settings,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.attempts = attempts;
        this.callLog = callLog;
        this.journal = journal;
        this.hotline = hotline;
        this.settings = settings;
        this.transaction = transaction;
    }

    @Override
    public void answered(CallId caller, String dutyPhone, Instant at) {
        personIn(caller)
                .ifPresent(person ->
                        transaction.executeWithoutResult(
                                _ -> talked(person, caller, dutyPhone, at)));
    }

    private Optional<Long> personIn(CallId call) {
        return switch (call.purpose()) {
            case INBOUND -> callLog.personOf(call);
            case CHECK -> attempts.find(call).map(Attempts.Attempt::personId);
            case ESCALATION -> Optional.empty();
        };
    }

    private void talked(long person, CallId call, String dutyPhone, Instant at) {
        var open =
                jdbc.sql(
                                """
                                update wellness_check
                                set desk_talk_at = :at, desk_talk_with = :with,
                                    desk_talk_call = :call, queued = false,
                                    quiet_until = clock_timestamp() + make_interval(secs => :quiet),
                                    next_action_at = case when state = 'WAITING'
                                        then greatest(
                                            case when not queued then next_action_at end,
                                            least(window_closes_at, clock_timestamp()
                                                + make_interval(secs => :quiet)))
                                        else next_action_at end
                                where person_id = :person and state <> 'ENDED'
                                    and round_id in (select id from round
                                        where day = (clock_timestamp() at time zone :zone)::date)
                                """)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("with", dutyPhone)
                        .param("call", call.value())
                        .param("quiet", settings.deskWord().toMillis() / 1000.0)
                        .param("person", person)
                        .param("zone", hotline.zone().getId())
                        .update();
        if (open > 0) {
            journal.write(
                    Entry.of("check-talked-with-desk", Actor.duty(dutyPhone))
                            .about(person)
                            .on(call));
        }
    }
}
