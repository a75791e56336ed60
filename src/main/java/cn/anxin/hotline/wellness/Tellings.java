package cn.anxin.hotline.wellness;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.people.Person;
import cn.anxin.hotline.people.Roster;
import cn.anxin.hotline.wellness.dialogue.Announcements;
import cn.anxin.hotline.wellness.dialogue.DialogueSettings;
import cn.anxin.hotline.wellness.dialogue.Telling;
import cn.anxin.hotline.wellness.plan.CallPlan;
import cn.anxin.hotline.wellness.plan.PersonPlans;
import cn.anxin.hotline.wellness.plan.Proof;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Finds out how a call is to be held; reads only. */
@Component
class Tellings {
    private final Attempts attempts;
    private final Roster roster;
    private final PersonPlans plans;
    private final Announcements announcements;
    private final DialogueSettings settings;
    private final HotlineSettings hotline;
    private final Clock clock;

    Tellings(
            Attempts attempts,
            Roster roster,
            PersonPlans plans,
            Announcements announcements,
            DialogueSettings settings,
            HotlineSettings hotline,
            Clock clock) {
        this.attempts = attempts;
        this.roster = roster;
        this.plans = plans;
        this.announcements = announcements;
        this.settings = settings;
        this.hotline = hotline;
        this.clock = clock;
    }

    /** {@link Telling#PLAIN} if it is nobody's whom we know. */
    Telling of(CallId call) {
        return attempts.find(call)
                .flatMap(attempt -> roster.person(attempt.personId()))
                .map(person -> of(call, person, plans.effective(person.id())))
                .orElse(Telling.PLAIN);
    }

    private Telling of(CallId call, Person person, CallPlan plan) {
        var otherDigit = plan.proof() == Proof.OTHER_DIGIT_EACH_TIME;
        return new Telling(
                person.slowSpeech(),
                opening(person),
                otherDigit ? Telling.digitFor(call) : Telling.PLAIN.fineKey(),
                settings.questions().stream()
                        .filter(question -> plan.questions().contains(question.name()))
                        .toList(),
                announcements.on(LocalDate.ofInstant(clock.instant(), hotline.zone())));
    }

    /** The voice of the volunteer they know, if it was recorded. */
    private Prompt opening(Person person) {
        return roster.ladderOf(person.id()).stream()
                .findFirst()
                .map(paired -> Prompt.voice("volunteer-" + paired.id(), "check-greeting"))
                .orElse(Prompt.of("check-greeting"));
    }
}
