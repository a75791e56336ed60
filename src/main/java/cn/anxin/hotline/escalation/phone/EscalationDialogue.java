package cn.anxin.hotline.escalation.phone;

import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.Dialogue;
import cn.anxin.hotline.call.Ending;
import cn.anxin.hotline.call.Line;
import cn.anxin.hotline.escalation.EscalationReplies;
import cn.anxin.hotline.escalation.Occasion;
import org.springframework.stereotype.Component;

/** Whoever we ring for an incident has answered: why we rang decides what they are asked. */
@Component
class EscalationDialogue implements Dialogue {
    private final EscalationReplies replies;
    private final SummonsDialogue summons;
    private final ListDialogue list;
    private final TakerDialogue taker;
    private final NewsDialogue news;
    private final TalkDialogue talk;

    EscalationDialogue(
            EscalationReplies replies,
            SummonsDialogue summons,
            ListDialogue list,
            TakerDialogue taker,
            NewsDialogue news,
            TalkDialogue talk) {
        this.replies = replies;
        this.summons = summons;
        this.list = list;
        this.taker = taker;
        this.news = news;
        this.talk = talk;
    }

    @Override
    public CallPurpose purpose() {
        return CallPurpose.ESCALATION;
    }

    @Override
    public Ending hold(Line line) {
        var call = new RungCall(line);
        var connected = line.connected();
        if (connected.isPresent()) {
            return talk.back(call, connected.get());
        }
        var occasion = call.soon(() -> replies.answered(line.call()));
        if (occasion.isEmpty()) {
            return call.goodbye("incident-trouble");
        }
        return switch (occasion.get()) {
            case Occasion.Summons asked when asked.incidents().size() == 1 ->
                    summons.hold(call, asked.role(), asked.incidents().getFirst());
            case Occasion.Summons asked -> list.hold(call, asked);
            case Occasion.Asking asking -> taker.hold(call, asking);
            case Occasion.Telling telling -> news.hold(call, telling);
            case Occasion.Over _ -> call.goodbye("incident-over");
        };
    }
}
