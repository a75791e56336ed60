package cn.anxin.hotline.inbound.volunteer;

import cn.anxin.hotline.escalation.IncidentOutcome;
import org.springframework.stereotype.Component;

/**
 * What it turned out to be, by a second key. That somebody has died is asked back before it is
 * kept.
 */
@Component
class OutcomeDialogue {
    private static final int TIMES_ASKED = 3;

    sealed interface Answer {}

    record Told(IncidentOutcome outcome) implements Answer {}

    record Untold(Onward onward) implements Answer {}

    Answer ask(MemberCall call) {
        for (int time = 1; time <= TIMES_ASKED; time++) {
            var key = call.key("volunteer-outcomes", "12345");
            if (key != '5') {
                return told(key);
            }
            var sure = call.key("volunteer-died-sure", "12");
            if (sure == '1') {
                return new Told(IncidentOutcome.DIED);
            }
            if (sure != '2') {
                return new Untold(MemberCall.leaving(sure));
            }
        }
        return new Untold(Onward.TO_DESK);
    }

    private static Answer told(char key) {
        return switch (key) {
            case '1' -> new Told(IncidentOutcome.HELPED);
            case '2' -> new Told(IncidentOutcome.HOSPITAL);
            case '3' -> new Told(IncidentOutcome.AWAY);
            case '4' -> new Told(IncidentOutcome.WRONG_NUMBER);
            default -> new Untold(MemberCall.leaving(key));
        };
    }

    static String saidBack(IncidentOutcome outcome) {
        return switch (outcome) {
            case WELL -> "volunteer-settled-well";
            case HELPED -> "volunteer-settled-helped";
            case HOSPITAL -> "volunteer-settled-hospital";
            case AWAY -> "volunteer-settled-away";
            case WRONG_NUMBER -> "volunteer-settled-wrong-number";
            case DIED -> "volunteer-settled-died";
            case RESTORED, FALSE_ALARM ->
                    throw new IllegalArgumentException(outcome + " is not of a person");
        };
    }
}
