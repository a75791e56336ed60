package cn.anxin.hotline.wellness;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.people.Person;
import cn.anxin.hotline.people.Roster;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the person says with a key, each committed before anything is said back. */
@Component
class CheckReplies {
    /** Longer than any talk with the duty desk; the call's real end is seen long before. */
    private static final Duration LONGEST_TALK = Duration.ofHours(2);

    private final Attempts attempts;
    private final Checks checks;
    private final Roster roster;
    private final TransactionTemplate transaction;

    CheckReplies(Attempts attempts, Checks checks, Roster roster, TransactionTemplate transaction) {
        this.attempts = attempts;
        this.checks = checks;
        this.roster = roster;
        this.transaction = transaction;
    }

    boolean needsSlowSpeech(CallId call) {
        return attempts.find(call)
                .flatMap(attempt -> roster.person(attempt.personId()))
                .map(Person::slowSpeech)
                .orElse(false);
    }

    void fine(CallId call) {
        conclude(call, AttemptResult.FINE);
    }

    /** Opens the incident; they wait on the line for the duty desk meanwhile. */
    void help(CallId call) {
        conclude(call, AttemptResult.HELP);
        toDutyDesk(call);
    }

    void emergency(CallId call) {
        conclude(call, AttemptResult.EMERGENCY);
        toDutyDesk(call);
    }

    /** Said nothing that we understand: the duty desk talks with them, and the check stays open. */
    void toDutyDesk(CallId call) {
        transaction.executeWithoutResult(_ -> {
            attempts.open().keepOpen(call, LONGEST_TALK);
            attempts.find(call).ifPresent(attempt -> checks.handedOver(attempt, LONGEST_TALK));
        });
    }

    private void conclude(CallId call, AttemptResult result) {
        transaction.executeWithoutResult(_ ->
                attempts.conclude(call, result)
                        .ifPresent(attempt -> checks.concluded(attempt, result)));
    }
}
