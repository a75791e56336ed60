package cn.anxin.hotline.inbound.volunteer;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.people.pause.PauseReason;
import cn.anxin.hotline.people.pause.Paused;
import cn.anxin.hotline.people.pause.Pauses;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Why somebody is away, and until when. Nothing is paused before the day is said back and
 * confirmed: whoever is paused is not missed.
 */
@Component
class PauseDialogue {
    private static final int TIMES_ASKED = 3;

    private final Pauses pauses;
    private final VolunteerWords words;
    private final HotlineSettings hotline;
    private final Clock clock;

    PauseDialogue(Pauses pauses, VolunteerWords words, HotlineSettings hotline, Clock clock) {
        this.pauses = pauses;
        this.words = words;
        this.hotline = hotline;
        this.clock = clock;
    }

    Onward hold(MemberCall call, long person, Actor owner) {
        for (int time = 1; time <= TIMES_ASKED; time++) {
            var why = call.key("volunteer-pause-reason", "1234");
            if (!isOneOf("1234", why)) {
                return MemberCall.leaving(why);
            }
            var unit = call.key("volunteer-pause-unit", "12");
            if (!isOneOf("12", unit)) {
                return MemberCall.leaving(unit);
            }
            var weeks = unit == '2';
            var count =
                    call.key(weeks ? "volunteer-pause-weeks" : "volunteer-pause-days", "123456789");
            if (!isOneOf("123456789", count)) {
                return MemberCall.leaving(count);
            }
            var backOn = today().plusDays((count - '0') * (weeks ? 7L : 1L));
            var said = call.soon(() -> saidBack(person, backOn));
            if (said.isEmpty()) {
                return call.notKept();
            }
            var sure = call.key(said.get(), "12");
            if (sure != '2') {
                return sure == '1'
                        ? keep(call, person, backOn, reason(why), owner)
                        : MemberCall.leaving(sure);
            }
        }
        return Onward.TO_DESK;
    }

    private static boolean isOneOf(String keys, char key) {
        return keys.indexOf(key) >= 0;
    }

    private static PauseReason reason(char key) {
        return switch (key) {
            case '1' -> PauseReason.HOSPITAL;
            case '2' -> PauseReason.TRAVEL;
            case '3' -> PauseReason.FAMILY;
            default -> PauseReason.OTHER;
        };
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), hotline.zone());
    }

    private List<Prompt> saidBack(long person, LocalDate backOn) {
        return List.of(words.pauseUntil(person, backOn), Prompt.of("volunteer-pause-sure"));
    }

    private Onward keep(
            MemberCall call, long person, LocalDate backOn, PauseReason reason, Actor owner) {
        var paused = call.soon(() -> pauses.beginToday(person, backOn, reason, owner));
        if (paused.isEmpty()) {
            return call.notKept();
        }
        return switch (paused.get()) {
            case Paused.Done _ -> said(call, "volunteer-paused");
            case Paused.Refused(var why) when why == Paused.Why.OVERLAPS ->
                    said(call, "volunteer-paused-already");
            case Paused.Refused(var why) when why == Paused.Why.NOT_ENROLLED ->
                    said(call, "volunteer-not-rung-anyway");
            case Paused.Refused _, Paused.Unknown _ -> call.notKept();
        };
    }

    private static Onward said(MemberCall call, String words) {
        call.say(words);
        return Onward.NEXT;
    }
}
