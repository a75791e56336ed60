package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.escalation.Occasion.Asking;
import cn.anxin.hotline.escalation.Occasion.Summoned;
import cn.anxin.hotline.escalation.Occasion.Summons;
import cn.anxin.hotline.escalation.Occasion.Telling;
import cn.anxin.hotline.escalation.World.Key;
import java.util.List;

/** Which keys mean something when, and what they say; as the dialogues have it. */
final class Keypad {

    private Keypad() {}

    static List<Key> keys(Occasion occasion) {
        return switch (occasion) {
            case Summons(_, var incidents) ->
                    incidents.size() == 1
                            ? List.of(Key.TAKE_ALL, Key.DECLINE, Key.TALK_WITH_DESK)
                            : List.of(Key.TAKE_ALL, Key.TAKE_ONE, Key.DECLINE, Key.TALK_WITH_DESK);
            case Asking _ -> List.of(Key.SEEN, Key.SETTLE, Key.NEEDS_TIME, Key.GIVE_UP);
            case Telling _ -> List.of(Key.HEARD);
            case Occasion.Over _ -> List.of();
        };
    }

    static void press(EscalationReplies replies, CallId call, Occasion occasion, Key key) {
        switch (occasion) {
            case Summons(_, var incidents) ->
                    summoned(
                            replies,
                            call,
                            incidents.stream().map(Summoned::incident).toList(),
                            key);
            case Asking(var incident, _) -> asked(replies, call, incident, key);
            case Telling(var incident, _) -> replies.heard(call, incident);
            case Occasion.Over _ -> {}
        }
    }

    private static void summoned(
            EscalationReplies replies, CallId call, List<Long> incidents, Key key) {
        switch (key) {
            case TAKE_ALL -> replies.take(call, incidents);
            case TAKE_ONE -> {
                replies.take(call, incidents.subList(0, 1));
                replies.decline(call, incidents.subList(1, 2));
            }
            case DECLINE -> replies.decline(call, incidents);
            default -> replies.talkWithDesk(call);
        }
    }

    private static void asked(EscalationReplies replies, CallId call, long incident, Key key) {
        switch (key) {
            case SEEN -> replies.seen(call, incident);
            case SETTLE -> replies.settle(call, incident, IncidentOutcome.WELL);
            case NEEDS_TIME -> replies.needsTime(call, incident);
            default -> replies.giveUp(call, incident);
        }
    }
}
