package cn.anxin.hotline.inbound.volunteer;

import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.escalation.Cause;
import cn.anxin.hotline.escalation.IncidentState;
import cn.anxin.hotline.escalation.OwnIncident;
import cn.anxin.hotline.people.Person;
import cn.anxin.hotline.people.Roster;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What somebody who helps gets to hear. Of people their names only: a number can be forged, and
 * whoever looks after somebody knows where they live.
 */
@Component
class VolunteerWords {
    private static final int LONGEST_NAME = 20;

    private final Roster roster;

    VolunteerWords(Roster roster) {
        this.roster = roster;
    }

    /** By name, and how much there is. */
    Prompt hello(Member member, List<OwnIncident> own) {
        var theirs = own.stream().filter(OwnIncident::theirs).count();
        var open = own.size() - theirs;
        var words = new StringBuilder("%s，您好。".formatted(cut(member.name())));
        words.append(theirs == 0 ? "您名下现在没有要办的事。" : "您名下有%d件事。".formatted(theirs));
        if (open > 0) {
            words.append("另外有%d件，还在找人去看。".formatted(open));
        }
        return Prompt.spoken(words.toString(), "volunteer-hello");
    }

    /** Who, what, and how far it is. */
    List<Prompt> about(OwnIncident incident) {
        var prompts = new ArrayList<Prompt>();
        prompts.add(
                name(incident.person())
                        .map(name -> Prompt.spoken("这是%s的事：".formatted(name), "incident-somebody"))
                        .orElseGet(() -> Prompt.of("incident-somebody")));
        prompts.add(Prompt.of(what(incident.cause())));
        if (incident.handingOver()) {
            prompts.add(
                    Prompt.of(
                            incident.theirs()
                                    ? "volunteer-being-handed-over"
                                    : "volunteer-handed-over-by-other"));
        } else if (incident.state() == IncidentState.SEEN) {
            prompts.add(Prompt.of("volunteer-seen-already"));
        }
        return prompts;
    }

    /** Until the day before they are back, for whoever confirms it. */
    Prompt pauseUntil(long person, LocalDate backOn) {
        var last = backOn.minusDays(1);
        var words =
                "%s的问候，从今天停到%d月%d号，%d月%d号起再打电话。"
                        .formatted(
                                name(person).orElse("老人"),
                                last.getMonthValue(),
                                last.getDayOfMonth(),
                                backOn.getMonthValue(),
                                backOn.getDayOfMonth());
        return Prompt.spoken(words, "volunteer-pause-as-you-said");
    }

    private Optional<String> name(long person) {
        return roster.person(person).map(found -> cut(found.name()));
    }

    /** Whom of several they mean, by key. */
    Prompt choiceOf(List<Person> people) {
        var words = new StringBuilder();
        for (int place = 0; place < people.size(); place++) {
            words.append("%s，请按%d。".formatted(cut(people.get(place).name()), place + 1));
        }
        return Prompt.spoken(words.toString(), "volunteer-whom");
    }

    private static String what(@Nullable Cause cause) {
        if (cause == null) {
            return "volunteer-what-missed";
        }
        return switch (cause) {
            case CHECK_MISSED, LINE_SILENT, AREA_SILENT, SELF_CHECK_FAILED, ROUND_IN_DANGER ->
                    "volunteer-what-missed";
            case NO_SUCH_NUMBER -> "volunteer-what-no-number";
            case CHECK_PREVENTED -> "volunteer-what-prevented";
            case ASKED_FOR_HELP, NOT_ANSWERED -> "volunteer-what-help";
            case EMERGENCY -> "volunteer-what-emergency";
        };
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
