package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.call.PromptSounds;
import cn.anxin.hotline.people.Person;
import cn.anxin.hotline.people.Roster;
import java.util.List;
import org.springframework.stereotype.Component;

/** What whoever is rung for an incident gets to hear: who, where, what. */
@Component
class Briefing {
    private static final int LONGEST_NAME = 20;
    private static final int LONGEST_ADDRESS = 80;

    private final Incidents incidents;
    private final Roster roster;
    private final Subjects subjects;
    private final PromptSounds sounds;

    Briefing(Incidents incidents, Roster roster, Subjects subjects, PromptSounds sounds) {
        this.incidents = incidents;
        this.roster = roster;
        this.subjects = subjects;
        this.sounds = sounds;
    }

    /** Has the words ready by the time somebody answers. Returns at once. */
    void prepare(long incidentId, Contact contact) {
        Thread.ofVirtual()
                .name("briefing-" + incidentId)
                .start(() ->
                        of(incidentId, contact instanceof Contact.Volunteer)
                                .forEach(sounds::prepare));
    }

    /** Greeting, who and where and what; without the choices. */
    List<Prompt> of(long incidentId, boolean forVolunteer) {
        var greeting = Prompt.of(forVolunteer ? "incident-greeting" : "incident-greeting-duty");
        var severity = incidents.openSeverity(incidentId).orElse(Severity.MISSED);
        if (severity == Severity.LINE) {
            return List.of(greeting, subjects.spoken(incidentId));
        }
        var person = incidents.personOf(incidentId).flatMap(roster::person);
        return List.of(
                greeting,
                person.map(p -> who(p)).orElseGet(() -> Prompt.of("incident-somebody")),
                Prompt.of(
                        switch (severity) {
                            case MISSED, LINE -> "incident-missed";
                            case HELP -> "incident-help";
                            case EMERGENCY -> "incident-emergency";
                        }));
    }

    private static Prompt who(Person person) {
        var words =
                "%s，住在%s。"
                        .formatted(
                                cut(person.name(), LONGEST_NAME),
                                cut(person.address(), LONGEST_ADDRESS));
        return Prompt.spoken(words, "incident-somebody");
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
