package cn.anxin.hotline.wellness;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.cases.Cases;
import cn.anxin.hotline.escalation.Cause;
import cn.anxin.hotline.escalation.Incidents;
import cn.anxin.hotline.wellness.dialogue.FurtherQuestion;
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
    private final Incidents incidents;
    private final Cases cases;
    private final TransactionTemplate transaction;

    CheckReplies(
            Attempts attempts,
            Checks checks,
            Incidents incidents,
            Cases cases,
            TransactionTemplate transaction) {
        this.attempts = attempts;
        this.checks = checks;
        this.incidents = incidents;
        this.cases = cases;
        this.transaction = transaction;
    }

    /**
     * @param key that says so in this call
     */
    void fine(CallId call, char key) {
        transaction.executeWithoutResult(_ ->
                attempts.conclude(call, AttemptResult.FINE)
                        .ifPresent(attempt -> checks.confirmed(attempt, key)));
    }

    /** Opens the incident; they wait on the line for the duty desk meanwhile. */
    void help(CallId call) {
        conclude(call, AttemptResult.HELP);
        toDutyDesk(call);
    }

    /** The same, also from somebody who has said before that they are fine. */
    void emergency(CallId call) {
        transaction.executeWithoutResult(_ ->
                attempts.conclude(call, AttemptResult.EMERGENCY)
                        .ifPresentOrElse(
                                attempt -> checks.concluded(attempt, AttemptResult.EMERGENCY),
                                () -> emergencyAfterAll(call)));
        toDutyDesk(call);
    }

    private void emergencyAfterAll(CallId call) {
        attempts.find(call)
                .ifPresent(attempt ->
                        incidents.open(attempt.personId(), Cause.EMERGENCY, attempt.call()));
    }

    /** They are fine, and lack something. */
    void lacks(CallId call, FurtherQuestion question) {
        transaction.executeWithoutResult(_ ->
                attempts.find(call)
                        .ifPresent(attempt ->
                                cases.open(
                                        Cases.Opening.lacking(
                                                question.need(),
                                                call,
                                                attempt.personId(),
                                                question.name()))));
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
