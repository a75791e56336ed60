package cn.anxin.hotline.people.keeping;

import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.people.Categories;
import cn.anxin.hotline.people.Consent;
import cn.anxin.hotline.people.NamedNumber;
import cn.anxin.hotline.people.Person;
import cn.anxin.hotline.people.Profile;
import cn.anxin.hotline.people.Roster;
import cn.anxin.hotline.people.keeping.ChangeLog.Logged;
import cn.anxin.hotline.people.keeping.Kept.Why;
import cn.anxin.hotline.seal.Seal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every way in which one person's record changes; each change in one transaction with its history
 * and its journal entry. Nobody is ever deleted. Any thread; waits for an import under way.
 */
@Component
public class RosterKeeping {
    private final JdbcClient jdbc;
    private final Roster roster;
    private final Categories categories;
    private final RosterWriter writer;
    private final ChangeLog log;

    public RosterKeeping(
            JdbcClient jdbc,
            Roster roster,
            Categories categories,
            RosterWriter writer,
            Journal journal,
            Seal seal) {
        this.jdbc = jdbc;
        this.roster = roster;
        this.categories = categories;
        this.writer = writer;
        this.log = new ChangeLog(jdbc, journal, seal);
    }

    /**
     * A new person, enrolled from now on.
     *
     * @throws IllegalArgumentException as {@link Profile#requireFit}
     */
    @Transactional
    public Kept add(Profile profile, Because because) {
        // as an import does: two who add the same person come one after the other
        jdbc.sql("lock table person in share row exclusive mode").update();
        var why = against(profile, null);
        if (why != null) {
            return new Kept.Refused(why);
        }
        if (roster.peopleAtAny(Set.copyOf(profile.numbers())).stream()
                .anyMatch(other -> other.name().equals(profile.name()))) {
            return new Kept.Refused(Why.SAME_PERSON);
        }
        if (refuses(profile)) {
            return new Kept.Refused(Why.CONSENT_REFUSED);
        }
        return new Kept.Done(writer.add(List.of(profile), because).getFirst(), 1);
    }

    /**
     * Writes the profile over the stored one; if they are equal, nothing happens.
     *
     * @param version of the record that whoever changes it has seen
     * @throws IllegalArgumentException as {@link Profile#requireFit}
     */
    @Transactional
    public Kept change(long id, int version, Profile profile, Because because) {
        var found = locked(id);
        if (found.isEmpty()) {
            return new Kept.Unknown();
        }
        var person = found.get();
        if (person.version() != version) {
            return new Kept.Outdated(person.version());
        }
        var change = new Change(id, person.profile(), profile);
        if (change.fields().isEmpty()) {
            return new Kept.Done(id, version);
        }
        var why = against(profile, person.profile());
        if (why != null) {
            return new Kept.Refused(why);
        }
        if (person.enrolled() && refuses(profile)) {
            return new Kept.Refused(Why.CONSENT_REFUSED);
        }
        writer.change(List.of(change), because);
        return new Kept.Done(id, version + 1);
    }

    /** The daily check rings them again. */
    @Transactional
    public Kept enrol(long id, Because because) {
        return locked(id)
                .map(person -> {
                    if (person.enrolled()) {
                        return new Kept.Refused(Why.ALREADY_ENROLLED);
                    }
                    return refuses(person.profile())
                            ? new Kept.Refused(Why.CONSENT_REFUSED)
                            : set(person, true, ChangeKind.ENROLLED, because);
                })
                .orElseGet(Kept.Unknown::new);
    }

    /** The daily check rings them no more; all that is known of them stays. */
    @Transactional
    public Kept leave(long id, Because because) {
        return locked(id)
                .map(person ->
                        person.enrolled()
                                ? set(person, false, ChangeKind.LEFT, because)
                                : new Kept.Refused(Why.ALREADY_LEFT))
                .orElseGet(Kept.Unknown::new);
    }

    /** The whole record, for somebody who has a reason; that they saw it is recorded first. */
    @Transactional
    public Optional<Person> show(long id, Because because) {
        var person = roster.person(id);
        person.ifPresent(shown ->
                log.write(
                        ChangeKind.SHOWN,
                        List.of(new Logged(id, shown.version(), Map.of())),
                        because));
        return person;
    }

    private Kept set(Person person, boolean enrolled, ChangeKind kind, Because because) {
        var version = person.version() + 1;
        jdbc.sql(
                        """
                        update person
                        set enrolled = :enrolled, version = :version, updated_at = now()
                        where id = :id
                        """)
                .param("enrolled", enrolled)
                .param("version", version)
                .param("id", person.id())
                .update();
        log.write(kind, List.of(new Logged(person.id(), version, Map.of())), because);
        return new Kept.Done(person.id(), version);
    }

    private Optional<Person> locked(long id) {
        // waits for an import, so that it cannot write between what is read here and written
        jdbc.sql("lock table person in row exclusive mode").update();
        jdbc.sql("select id from person where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional();
        return roster.person(id);
    }

    private @Nullable Why against(Profile profile, @Nullable Profile stored) {
        var fresh = new HashSet<>(profile.categories());
        if (stored != null) {
            fresh.removeAll(stored.categories());
        }
        if (!fresh.stream().allMatch(categories::knows)) {
            return Why.UNKNOWN_CATEGORY;
        }
        var own = Set.copyOf(profile.numbers());
        return profile.ladder().stream().map(NamedNumber::number).anyMatch(own::contains)
                ? Why.OWN_VOLUNTEER
                : null;
    }

    private static boolean refuses(Profile profile) {
        return profile.consent().state() == Consent.State.REFUSED;
    }
}
