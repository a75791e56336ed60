package cn.anxin.hotline.escalation.ladder;

import static cn.anxin.hotline.escalation.ladder.Role.BACKUP;
import static cn.anxin.hotline.escalation.ladder.Role.COMMITTEE;
import static cn.anxin.hotline.escalation.ladder.Role.DESK;
import static cn.anxin.hotline.escalation.ladder.Role.FAMILY;
import static cn.anxin.hotline.escalation.ladder.Role.LAST_RESORT;
import static cn.anxin.hotline.escalation.ladder.Role.LEAD;
import static cn.anxin.hotline.escalation.ladder.Role.PAIRED;

import cn.anxin.hotline.escalation.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the town wants incidents of one severity carried to people. What is left out is as {@link
 * #usual} has it.
 *
 * @param severity of the incidents it is for
 * @param rungs in turn; somebody on duty must be among them
 * @param seen from taking it until the person is seen
 * @param settled from then until it is settled
 * @param quiet whether people at home are left to sleep in the quiet hours
 */
public record Policy(
        Severity severity,
        @Nullable List<Step> rungs,
        @Nullable Duration seen,
        @Nullable Duration settled,
        @Nullable Boolean quiet) {

    /**
     * @param who rung together, if more than one; backups and family alone are rung one by one
     * @param ring null: as everybody
     * @param rest before it begins; null: none
     */
    public record Step(Set<Role> who, @Nullable Duration ring, @Nullable Duration rest) {
        public Step {
            who = Set.copyOf(who);
            if (who.isEmpty()) {
                throw new IllegalArgumentException(
                        "hotline.escalation.policies: a rung names somebody");
            }
            if (ring != null && (!ring.isPositive() || ring.toMinutes() > 2)) {
                throw new IllegalArgumentException("hotline.escalation.policies: ring at most 2m");
            }
            if (rest != null && (rest.isNegative() || rest.toHours() > 1)) {
                throw new IllegalArgumentException("hotline.escalation.policies: rest at most 1h");
            }
        }

        static Step of(Role... who) {
            return new Step(Set.of(who), null, null);
        }
    }

    public Policy {
        if (rungs != null) {
            rungs = List.copyOf(rungs);
            if (rungs.stream().flatMap(step -> step.who().stream()).noneMatch(Role::isOnDuty)) {
                throw new IllegalArgumentException(
                        "hotline.escalation.policies: somebody on duty has to be on every ladder");
            }
        }
    }

    /** What this house does unless a town says otherwise. */
    static List<Step> usual(Severity severity) {
        return switch (severity) {
            case LINE -> List.of(Step.of(DESK), Step.of(LEAD), Step.of(LAST_RESORT));
            case NO_NUMBER, MISSED, MISSED_AT_RISK ->
                    List.of(
                            Step.of(PAIRED),
                            Step.of(BACKUP),
                            Step.of(FAMILY),
                            Step.of(COMMITTEE),
                            Step.of(DESK),
                            Step.of(LEAD));
            case HELP ->
                    List.of(
                            Step.of(PAIRED),
                            Step.of(BACKUP),
                            Step.of(DESK),
                            Step.of(FAMILY),
                            Step.of(COMMITTEE),
                            Step.of(LEAD));
            case EMERGENCY ->
                    List.of(
                            Step.of(PAIRED, DESK),
                            Step.of(BACKUP, DESK),
                            Step.of(FAMILY, COMMITTEE, LEAD),
                            Step.of(LAST_RESORT));
        };
    }
}
