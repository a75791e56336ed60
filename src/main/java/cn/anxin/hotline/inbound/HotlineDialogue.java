package cn.anxin.hotline.inbound;

import cn.anxin.hotline.call.Answer;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.Dialogue;
import cn.anxin.hotline.call.Ending;
import cn.anxin.hotline.call.Ending.Urgency;
import cn.anxin.hotline.call.Line;
import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.call.Question;
import cn.anxin.hotline.cases.Need;
import cn.anxin.hotline.inbound.volunteer.Leaving;
import cn.anxin.hotline.inbound.volunteer.VolunteerEntrance;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * 58958808: a greeting, six needs by key, 0 for a person. One question at most; silence, a wrong
 * key or a voice brings them to a person as well. Nobody who is still there is ever hung up on.
 * Whoever is known as a volunteer and is nobody we care for gets the volunteers' menu at once; all
 * others reach it by key 9, after everything that somebody in need might want.
 */
@Component
class HotlineDialogue implements Dialogue {
    private static final List<Need> NEEDS =
            List.of(
                    Need.PERSON,
                    Need.LIVING,
                    Need.MEDICAL,
                    Need.CARE,
                    Need.COMFORT,
                    Need.EMERGENCY,
                    Need.VACCINATION);

    private static final String GREETING = "hotline-greeting";

    private static final String KEYS = "0123456";

    /** Of those whose word of today we wait for. */
    private static final char FINE = '8';

    /** Of those who help. */
    private static final char VOLUNTEER = '9';

    private final Reception reception;
    private final VolunteerEntrance volunteers;
    private final InboundSettings settings;

    HotlineDialogue(Reception reception, VolunteerEntrance volunteers, InboundSettings settings) {
        this.reception = reception;
        this.volunteers = volunteers;
        this.settings = settings;
    }

    @Override
    public CallPurpose purpose() {
        return CallPurpose.INBOUND;
    }

    @Override
    public Ending hold(Line line) {
        var visit = reception.begin(line.call(), line.caller());
        var recognised = visit.recognised();
        if (recognised.member().isPresent() && !recognised.maybeInNeed()) {
            line.say(Prompt.of(GREETING));
            return volunteer(line, visit);
        }
        return switch (line.ask(menu(recognised.awaited()))) {
            case Answer.Pressed(char key) when key == FINE -> fine(line, visit);
            case Answer.Pressed(char key) when key == VOLUNTEER -> volunteer(line, visit);
            case Answer.Pressed(char key) -> connect(line, visit, NEEDS.get(key - '0'));
            case Answer.Invalid _, Answer.Spoke _, Answer.Silent _ ->
                    connect(line, visit, Need.PERSON);
            case Answer.HungUp _ -> {
                visit.leftWithoutAWord();
                yield new Ending.HangUp();
            }
            case Answer.Failed _ -> new Ending.DutyDesk(Urgency.ROUTINE, "to-duty");
        };
    }

    /**
     * Sentence by sentence: should the service freeze, the lease takes the caller back after one.
     */
    private Question menu(boolean awaited) {
        var opening = awaited ? Stream.of(GREETING, "hotline-check-awaited") : Stream.of(GREETING);
        var menu =
                Stream.of(
                        "hotline-menu",
                        "hotline-menu-living",
                        "hotline-menu-medical",
                        "hotline-menu-care",
                        "hotline-menu-comfort",
                        "hotline-menu-emergency",
                        "hotline-menu-vaccination",
                        "hotline-menu-person",
                        "hotline-menu-volunteer");
        var sentences = Stream.concat(opening, menu).map(Prompt::of).toList();
        return new Question(
                sentences,
                KEYS + VOLUNTEER + (awaited ? String.valueOf(FINE) : ""),
                settings.patience());
    }

    /** They are well; the call may end with that, and every other wish is still heard. */
    private Ending fine(Line line, Reception.Visit visit) {
        var kept = visit.fine(FINE) ? "check-fine" : "check-fine-not-kept";
        var more =
                new Question(
                        List.of(Prompt.of(kept), Prompt.of("hotline-anything-else")),
                        KEYS,
                        settings.patience());
        return switch (line.ask(more)) {
            case Answer.Pressed(char key) -> connect(line, visit, NEEDS.get(key - '0'));
            case Answer.Invalid _, Answer.Spoke _ -> connect(line, visit, Need.PERSON);
            case Answer.Silent _, Answer.HungUp _, Answer.Failed _ -> new Ending.HangUp();
        };
    }

    private Ending volunteer(Line line, Reception.Visit visit) {
        return switch (volunteers.hold(line, visit.recognised().member())) {
            case Leaving.DONE -> new Ending.HangUp();
            case Leaving.TO_DESK -> connect(line, visit, Need.PERSON);
            case Leaving.WITHOUT_A_WORD -> {
                visit.leftWithoutAWord();
                yield new Ending.HangUp();
            }
        };
    }

    private Ending connect(Line line, Reception.Visit visit, Need need) {
        visit.needs(need);
        if (line.gone()) {
            visit.leftBeforeAPerson();
        }
        var urgency = need == Need.EMERGENCY ? Urgency.EMERGENCY : Urgency.ROUTINE;
        return new Ending.DutyDesk(urgency, said(need));
    }

    private static String said(Need need) {
        return switch (need) {
            case EMERGENCY -> "hotline-emergency";
            case PERSON, MESSAGE, CALL_BACK -> "to-duty";
            case LIVING, MEDICAL, CARE, COMFORT, VACCINATION -> "hotline-need-noted";
        };
    }
}
