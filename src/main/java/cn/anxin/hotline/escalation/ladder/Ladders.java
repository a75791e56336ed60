package cn.anxin.hotline.escalation.ladder;

import cn.anxin.hotline.call.Destination;
import cn.anxin.hotline.call.DutyPhones;
import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.duty.OnDuty;
import cn.anxin.hotline.escalation.EscalationSettings;
import cn.anxin.hotline.escalation.Severity;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.people.CommitteeContacts;
import cn.anxin.hotline.people.FamilyContact;
import cn.anxin.hotline.people.Person;
import cn.anxin.hotline.people.Roster;
import cn.anxin.hotline.people.Volunteer;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Builds a ladder from the town's policy, the person's people and who is on duty. Reads only. */
@Component
public class Ladders {
    private final Roster roster;
    private final CommitteeContacts committees;
    private final OnDuty onDuty;
    private final NumberPlan numberPlan;
    private final EscalationSettings settings;
    private final Clock clock;

    Ladders(
            Roster roster,
            CommitteeContacts committees,
            OnDuty onDuty,
            NumberPlan numberPlan,
            EscalationSettings settings,
            Clock clock) {
        this.roster = roster;
        this.committees = committees;
        this.onDuty = onDuty;
        this.numberPlan = numberPlan;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param personId null: it is about nobody in particular, and those on duty alone are rung
     */
    public Ladder of(Severity severity, @Nullable Long personId) {
        var people = new EnumMap<Role, List<Contact>>(Role.class);
        people.put(Role.DESK, desk());
        if (personId != null) {
            addPeopleOf(personId, people);
        }
        return ladder(steps(severity), people);
    }

    private List<Policy.Step> steps(Severity severity) {
        return settings.policy(severity).map(Policy::rungs).orElseGet(() -> Policy.usual(severity));
    }

    private void addPeopleOf(long personId, Map<Role, List<Contact>> people) {
        var volunteers = roster.ladderOf(personId);
        people.put(Role.PAIRED, volunteers.stream().limit(1).map(Ladders::paired).toList());
        people.put(Role.BACKUP, volunteers.stream().skip(1).map(Ladders::backup).toList());
        roster.person(personId).ifPresent(person -> people.put(Role.FAMILY, family(person)));
        people.put(
                Role.COMMITTEE,
                committees.of(personId).stream()
                        .map(c ->
                                outside(
                                        Actor.committee(c.id()),
                                        Role.COMMITTEE,
                                        c.name(),
                                        c.number()))
                        .toList());
    }

    Ladder ladder(List<Policy.Step> steps, Map<Role, List<Contact>> people) {
        var inTurn = steps.stream().flatMap(step -> rungs(step, people)).toList();
        var everybody =
                inTurn.stream().flatMap(rung -> rung.contacts().stream()).distinct().toList();
        var wider =
                Stream.of(false, true)
                        .map(duty ->
                                everybody.stream()
                                        .filter(c -> c.role().isOnDuty() == duty)
                                        .toList())
                        .filter(contacts -> !contacts.isEmpty())
                        .map(contacts -> new Rung(contacts, settings.ring(), Duration.ZERO))
                        .toList();
        return new Ladder(inTurn, wider, settings.lapPause());
    }

    /** Backups alone, and family alone, one after the other; whoever shares a rung at once. */
    private Stream<Rung> rungs(Policy.Step step, Map<Role, List<Contact>> people) {
        var contacts =
                step.who().stream()
                        .sorted(Comparator.naturalOrder())
                        .flatMap(role -> people.getOrDefault(role, List.of()).stream())
                        .toList();
        var ring = step.ring() == null ? settings.ring() : step.ring();
        var rest = step.rest() == null ? Duration.ZERO : step.rest();
        if (contacts.isEmpty()) {
            return Stream.empty();
        }
        return isOneByOne(step)
                ? IntStream.range(0, contacts.size())
                        .mapToObj(place ->
                                new Rung(
                                        List.of(contacts.get(place)),
                                        ring,
                                        place == 0 ? rest : Duration.ZERO))
                : Stream.of(new Rung(contacts, ring, rest));
    }

    private static boolean isOneByOne(Policy.Step step) {
        return step.who().size() == 1
                && (step.who().contains(Role.BACKUP) || step.who().contains(Role.FAMILY));
    }

    private List<Contact> desk() {
        return onDuty.at(clock.instant()).stream().map(this::desk).toList();
    }

    private Contact desk(DutyPhones.Phone phone) {
        return new Contact(
                Actor.duty(phone.name()), Role.DESK, phone.name(), phone.destination(numberPlan));
    }

    private static Contact paired(Volunteer volunteer) {
        return volunteer(volunteer, Role.PAIRED);
    }

    private static Contact backup(Volunteer volunteer) {
        return volunteer(volunteer, Role.BACKUP);
    }

    private static Contact volunteer(Volunteer volunteer, Role role) {
        return outside(Actor.volunteer(volunteer.id()), role, volunteer.name(), volunteer.number());
    }

    private static List<Contact> family(Person person) {
        var family = person.profile().family();
        return IntStream.range(0, family.size())
                .mapToObj(place -> family(person.id(), place + 1, family.get(place)))
                .toList();
    }

    private static Contact family(long person, int position, FamilyContact contact) {
        return outside(
                Actor.family(person, position), Role.FAMILY, contact.name(), contact.number());
    }

    private static Contact outside(Actor actor, Role role, String name, PhoneNumber number) {
        return new Contact(actor, role, name, new Destination.Outside(number));
    }
}
