package cn.anxin.hotline.escalation.phone;

import cn.anxin.hotline.call.Ending;
import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.call.Question;
import cn.anxin.hotline.escalation.EscalationReplies;
import cn.anxin.hotline.escalation.EscalationSettings;
import cn.anxin.hotline.escalation.Occasion.Telling;
import cn.anxin.hotline.escalation.course.Effect.News;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Tells somebody what has changed of an incident. A key says that they have heard it; a voicemail
 * box presses none, and they are rung again.
 */
@Component
class NewsDialogue {
    private final EscalationReplies replies;
    private final Briefing briefing;
    private final EscalationSettings settings;

    NewsDialogue(EscalationReplies replies, Briefing briefing, EscalationSettings settings) {
        this.replies = replies;
        this.briefing = briefing;
        this.settings = settings;
    }

    Ending hold(RungCall call, Telling telling) {
        var question = call.soon(() -> question(telling));
        if (question.isEmpty()) {
            return call.goodbye("incident-trouble");
        }
        var key = call.key(question.get());
        if (key.isEmpty()) {
            return call.goodbye("incident-goodbye");
        }
        call.kept(() -> replies.heard(call.id(), telling.incident()));
        if (key.get() == '0') {
            call.kept(() -> replies.talkWithDesk(call.id()));
            return call.toDesk();
        }
        return call.goodbye("incident-goodbye");
    }

    private Question question(Telling telling) {
        return new Question(
                List.of(
                        Prompt.of("incident-yours"),
                        briefing.about(telling.incident()).getFirst(),
                        Prompt.of(said(telling.news())),
                        Prompt.of("incident-heard-choices")),
                "01*",
                settings.patience());
    }

    private static String said(News news) {
        return switch (news) {
            case LAPSED -> "incident-news-lapsed";
            case SETTLED -> "incident-news-settled";
            case ACCEPTED -> "incident-news-accepted";
            case WORSE -> "incident-news-worse";
        };
    }
}
