package cn.anxin.hotline.escalation.phone;

import cn.anxin.hotline.call.Connected;
import cn.anxin.hotline.call.Ending;
import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.call.Question;
import cn.anxin.hotline.escalation.Connecting;
import cn.anxin.hotline.escalation.EscalationReplies;
import cn.anxin.hotline.escalation.EscalationSettings;
import cn.anxin.hotline.escalation.Occasion.Summoned;
import cn.anxin.hotline.escalation.PersonTalks;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Puts whoever was rung through to the person, and asks them afterwards. Whoever hangs up without a
 * key has said nothing, and the next rung is due.
 */
@Component
class TalkDialogue {
    private static final String CHOICES_AGAIN = "0123*";
    private static final String CHOICES_WITHOUT_A_TALK = "013*";

    private final PersonTalks talks;
    private final EscalationReplies replies;
    private final SummonsReplies summonsReplies;
    private final EscalationSettings settings;

    TalkDialogue(
            PersonTalks talks,
            EscalationReplies replies,
            SummonsReplies summonsReplies,
            EscalationSettings settings) {
        this.talks = talks;
        this.replies = replies;
        this.summonsReplies = summonsReplies;
        this.settings = settings;
    }

    Ending connect(RungCall call, Summoned summoned) {
        var connecting = call.soon(() -> talks.connect(call.id(), summoned.incident()));
        if (connecting.isEmpty()) {
            return askAgain(call, summoned, "talk-trouble", CHOICES_WITHOUT_A_TALK);
        }
        return switch (connecting.get()) {
            case Connecting.To(var number, var ring) -> {
                call.line().say(Prompt.of("talk-connecting"));
                yield new Ending.Connect(number, ring);
            }
            case Connecting.OnTheLine _ ->
                    askAgain(call, summoned, "talk-person-on-the-line", CHOICES_AGAIN);
            case Connecting.NoFreeChannel _ ->
                    askAgain(call, summoned, "talk-no-free-line", CHOICES_AGAIN);
            case Connecting.Over _ -> call.goodbye("incident-over");
        };
    }

    /** Their line has come back to us. */
    Ending back(RungCall call, Connected connected) {
        var back = call.soon(() -> talks.back(call.id(), connected));
        if (back.isEmpty()) {
            return call.toDesk();
        }
        return back.get()
                .map(summoned ->
                        switch (connected) {
                            case TALKED -> afterwards(call, summoned);
                            case NOT_REACHED ->
                                    askAgain(
                                            call,
                                            summoned,
                                            "talk-not-reached",
                                            CHOICES_WITHOUT_A_TALK);
                        })
                .orElseGet(() -> call.goodbye("incident-over"));
    }

    private Ending askAgain(RungCall call, Summoned summoned, String why, String keys) {
        var choices =
                keys.equals(CHOICES_AGAIN) ? "incident-choices" : "incident-choices-without-a-talk";
        var question =
                new Question(
                        List.of(Prompt.of(why), Prompt.of(choices)), keys, settings.patience());
        var key = call.key(question);
        if (key.isEmpty()) {
            return call.goodbye("incident-no-key");
        }
        return key.get() == '2'
                ? connect(call, summoned)
                : summonsReplies.to(call, summoned, key.get());
    }

    private Ending afterwards(RungCall call, Summoned summoned) {
        var question =
                new Question(
                        List.of(Prompt.of("talk-afterwards")), CHOICES_AGAIN, settings.patience());
        var key = call.key(question);
        if (key.isEmpty()) {
            return call.goodbye("incident-no-key");
        }
        return switch (key.get()) {
            case '1' -> well(call, summoned);
            case '2' -> summonsReplies.to(call, summoned, '1');
            default -> summonsReplies.to(call, summoned, key.get());
        };
    }

    private Ending well(RungCall call, Summoned summoned) {
        return call.soon(() -> talks.well(call.id(), summoned.incident()))
                .map(settled -> call.goodbye(settled ? "incident-settled" : "incident-over"))
                .orElseGet(() -> {
                    call.kept(() -> replies.talkWithDesk(call.id()));
                    return call.toDesk();
                });
    }
}
