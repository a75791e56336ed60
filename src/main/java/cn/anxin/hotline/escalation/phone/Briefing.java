package cn.anxin.hotline.escalation.phone;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.call.PromptSounds;
import cn.anxin.hotline.escalation.Cause;
import cn.anxin.hotline.escalation.IncidentTitles;
import cn.anxin.hotline.escalation.Incidents;
import cn.anxin.hotline.escalation.LastHeardWell;
import cn.anxin.hotline.escalation.ladder.Role;
import cn.anxin.hotline.people.Person;
import cn.anxin.hotline.people.Roster;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What whoever is rung for an incident gets to hear: who, where, what, when last heard well. */
@Component
public class Briefing {
    private static final int LONGEST_NAME = 20;
    private static final int LONGEST_ADDRESS = 80;

    private final Incidents incidents;
    private final IncidentTitles titles;
    private final Roster roster;
    private final ObjectProvider<LastHeardWell> lastHeardWell;
    private final PromptSounds sounds;
    private final HotlineSettings hotline;
    private final Clock clock;

    Briefing(
            Incidents incidents,
            IncidentTitles titles,
            Roster roster,
            ObjectProvider<LastHeardWell> lastHeardWell,
            PromptSounds sounds,
            HotlineSettings hotline,
            Clock clock) {
        this.incidents = incidents;
        this.titles = titles;
        this.roster = roster;
        this.lastHeardWell = lastHeardWell;
        this.sounds = sounds;
        this.hotline = hotline;
        this.clock = clock;
    }

    /** Has the words ready by the time somebody answers. Returns at once. */
    public void prepare(List<Long> told, Role role) {
        Thread.ofVirtual()
                .name("briefing-" + told.getFirst())
                .start(() -> {
                    told.forEach(incident -> of(incident, role).forEach(sounds::prepare));
                    if (told.size() > 1) {
                        sounds.prepare(names(told));
                    }
                });
    }

    /** Greeting, who and where and what; without the choices. */
    List<Prompt> of(long incident, Role role) {
        var prompts = new ArrayList<Prompt>();
        prompts.add(greeting(role));
        prompts.addAll(about(incident));
        return prompts;
    }

    private static Prompt greeting(Role role) {
        return Prompt.of(
                switch (role) {
                    case PAIRED, BACKUP -> "incident-greeting";
                    case FAMILY -> "incident-greeting-family";
                    case COMMITTEE -> "incident-greeting-committee";
                    case DESK, LEAD, LAST_RESORT -> "incident-greeting-duty";
                });
    }

    /** Who and where and what; nothing of a greeting. */
    List<Prompt> about(long incident) {
        var person = incidents.personOf(incident).flatMap(roster::person);
        if (person.isEmpty() && incidents.personOf(incident).isEmpty()) {
            return List.of(
                    titles.spoken(incident)
                            .map(words -> Prompt.spoken(words, "alarm-somewhere"))
                            .orElseGet(() -> Prompt.of("alarm-somewhere")));
        }
        var prompts = new ArrayList<Prompt>();
        prompts.add(person.map(this::who).orElseGet(() -> Prompt.of("incident-somebody")));
        prompts.add(Prompt.of(what(incidents.worstCause(incident).orElse(Cause.CHECK_MISSED))));
        person.flatMap(this::heardWell).ifPresent(prompts::add);
        return prompts;
    }

    private static String what(Cause cause) {
        return switch (cause) {
            case CHECK_MISSED, LINE_SILENT, AREA_SILENT, SELF_CHECK_FAILED, ROUND_IN_DANGER ->
                    "incident-missed";
            case NO_SUCH_NUMBER -> "incident-no-number";
            case CHECK_PREVENTED -> "incident-prevented";
            case ASKED_FOR_HELP, NOT_ANSWERED -> "incident-help";
            case EMERGENCY -> "incident-emergency";
        };
    }

    /** The names of several, in one breath. */
    Prompt names(List<Long> told) {
        var names =
                told.stream()
                        .flatMap(incident ->
                                incidents.personOf(incident).flatMap(roster::person).stream())
                        .map(person -> cut(person.name(), LONGEST_NAME))
                        .toList();
        return Prompt.spoken(
                "有%d位：%s。".formatted(told.size(), String.join("，", names)), "incident-several");
    }

    private Prompt who(Person person) {
        var words =
                "%s，住在%s。"
                        .formatted(
                                cut(person.name(), LONGEST_NAME),
                                cut(person.address(), LONGEST_ADDRESS));
        return Prompt.spoken(words, "incident-somebody");
    }

    private Optional<Prompt> heardWell(Person person) {
        return Optional.ofNullable(lastHeardWell.getIfAvailable())
                .flatMap(room -> room.of(person.id()))
                .map(at ->
                        Prompt.spoken("最近一次报平安，是%s。".formatted(when(at)), "incident-heard-before"));
    }

    private String when(Instant at) {
        var then = at.atZone(hotline.zone());
        var days =
                ChronoUnit.DAYS.between(
                        then.toLocalDate(), LocalDate.ofInstant(clock.instant(), hotline.zone()));
        return switch ((int) Math.min(days, Integer.MAX_VALUE)) {
            case 0 -> "今天" + hour(then);
            case 1 -> "昨天" + hour(then);
            case 2 -> "前天" + hour(then);
            default -> "%d天以前".formatted(days);
        };
    }

    private static String hour(ZonedDateTime then) {
        var hour = then.getHour();
        var part = hour < 6 ? "凌晨" : hour < 12 ? "上午" : hour < 18 ? "下午" : "晚上";
        return part + (hour > 12 ? hour - 12 : hour) + "点";
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
