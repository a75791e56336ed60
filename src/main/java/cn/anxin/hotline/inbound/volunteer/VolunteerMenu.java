package cn.anxin.hotline.inbound.volunteer;

import cn.anxin.hotline.call.Answer;
import cn.anxin.hotline.call.Line;
import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.escalation.OwnIncident;
import cn.anxin.hotline.escalation.OwnIncidents;
import cn.anxin.hotline.inbound.InboundSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * 志愿者菜单: what they have and could take, one by one; somebody of theirs who is away; the duty desk.
 * It begins with a question that 0 and silence answer with a person.
 */
@Component
public class VolunteerMenu {
    /** More is no report but somebody who needs a person. */
    private static final int TURNS = 5;

    private final OwnIncidents incidents;
    private final VolunteerWords words;
    private final ReportDialogue report;
    private final TakingDialogue taking;
    private final AwayDialogue away;
    private final InboundSettings settings;

    VolunteerMenu(
            OwnIncidents incidents,
            VolunteerWords words,
            ReportDialogue report,
            TakingDialogue taking,
            AwayDialogue away,
            InboundSettings settings) {
        this.incidents = incidents;
        this.words = words;
        this.report = report;
        this.taking = taking;
        this.away = away;
        this.settings = settings;
    }

    /** The greeting has been said. */
    public Leaving hold(Line line, Member member) {
        var call = new MemberCall(line, member, settings.patience());
        for (int turn = 1; turn <= TURNS; turn++) {
            var question = call.soon(() -> question(member));
            if (question.isEmpty()) {
                call.notKept();
                return Leaving.TO_DESK;
            }
            var own = question.get().own();
            var key = call.key(question.get().prompts(), question.get().keys());
            if (key == MemberCall.GONE) {
                return turn == 1 ? Leaving.WITHOUT_A_WORD : Leaving.DONE;
            }
            var onward =
                    switch (key) {
                        case '1' -> oneByOne(call, own);
                        case '2' -> away.hold(call, member.volunteerId().orElseThrow());
                        default -> MemberCall.leaving(key);
                    };
            if (onward != Onward.NEXT) {
                return onward == Onward.GONE ? Leaving.DONE : Leaving.TO_DESK;
            }
            var leaving = anythingElse(call);
            if (leaving.isPresent()) {
                return leaving.get();
            }
        }
        return Leaving.TO_DESK;
    }

    /** Whoever has nothing else may simply put the receiver down; empty: from the beginning. */
    private static Optional<Leaving> anythingElse(MemberCall call) {
        return switch (call.offer("volunteer-anything-else", "01")) {
            case Answer.Pressed(char key) when key == '1' -> Optional.empty();
            case Answer.Pressed _, Answer.Invalid _, Answer.Spoke _ -> Optional.of(Leaving.TO_DESK);
            case Answer.Silent _, Answer.HungUp _, Answer.Failed _ -> Optional.of(Leaving.DONE);
        };
    }

    private record Menu(List<OwnIncident> own, List<Prompt> prompts, String keys) {}

    /** What could not be chosen is not offered. */
    private Menu question(Member member) {
        var own = incidents.of(member.capacities());
        var prompts = new ArrayList<Prompt>();
        prompts.add(words.hello(member, own));
        var keys = "";
        if (!own.isEmpty()) {
            prompts.add(Prompt.of("volunteer-menu-list"));
            keys += "1";
        }
        if (member.volunteerId().isPresent()) {
            prompts.add(Prompt.of("volunteer-menu-away"));
            keys += "2";
        }
        prompts.add(Prompt.of("volunteer-menu-person"));
        return new Menu(own, prompts, keys);
    }

    private Onward oneByOne(MemberCall call, List<OwnIncident> own) {
        for (var incident : own) {
            var onward =
                    incident.theirs() ? report.hold(call, incident) : taking.hold(call, incident);
            if (onward != Onward.NEXT) {
                return onward;
            }
        }
        return Onward.NEXT;
    }
}
