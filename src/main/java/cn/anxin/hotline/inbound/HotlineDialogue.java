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
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * 58958808: a greeting, six needs by key, 0 for a person. One question at most; silence, a wrong
 * key or a voice brings them to a person as well. Nobody who is still there is ever hung up on.
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

    private static final String KEYS = "0123456";

    /** Of those whose word of today we wait for. */
    private static final char FINE = '8';

    private final Reception reception;
    private final InboundSettings settings;

    HotlineDialogue(Reception reception, InboundSettings settings) {
        this.reception = reception;
        this.settings = settings;
    }

    @Override
    public CallPurpose purpose() {
        return CallPurpose.INBOUND;
    }

    @Override
    public Ending hold(Line line) {
        var visit = reception.begin(line.call(), line.caller());
        var awaited = visit.isAwaited();
        return switch (line.ask(awaited ? menuOfTheAwaited() : menu())) {
            case Answer.Pressed(char key) when key == FINE -> fine(line, visit);
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
    private Question menu() {
        return question(Stream.of("hotline-greeting"), KEYS);
    }

    private Question menuOfTheAwaited() {
        return question(Stream.of("hotline-greeting", "hotline-check-awaited"), KEYS + FINE);
    }

    private Question question(Stream<String> opening, String keys) {
        var menu =
                Stream.of(
                        "hotline-menu",
                        "hotline-menu-living",
                        "hotline-menu-medical",
                        "hotline-menu-care",
                        "hotline-menu-comfort",
                        "hotline-menu-emergency",
                        "hotline-menu-vaccination",
                        "hotline-menu-person");
        var sentences = Stream.concat(opening, menu).map(Prompt::of).toList();
        return new Question(sentences, keys, settings.patience());
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
