package cn.anxin.hotline.people.keeping;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.people.Categories;
import cn.anxin.hotline.people.NamedNumber;
import cn.anxin.hotline.people.Profile;
import cn.anxin.hotline.people.keeping.ChangeLog.Logged;
import cn.anxin.hotline.seal.BlindIndex;
import cn.anxin.hotline.seal.Seal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes people, one or many, with their history, in the caller's transaction; a thousand a
 * statement. Whoever calls has made sure that nobody else writes the same people meanwhile.
 */
@Component
public class RosterWriter {
    private static final int PEOPLE_A_STATEMENT = 1000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Categories categories;
    private final Seal seal;
    private final BlindIndex index;
    private final VolunteerBook volunteers;
    private final PersonDetails details;
    private final ChangeLog log;

    public RosterWriter(
            JdbcClient jdbc, Journal journal, Categories categories, Seal seal, BlindIndex index) {
        this.jdbc = jdbc;
        this.categories = categories;
        this.seal = seal;
        this.index = index;
        this.volunteers = new VolunteerBook(jdbc, seal, index);
        this.details = new PersonDetails(jdbc);
        this.log = new ChangeLog(jdbc, journal, seal);
    }

    /**
     * Puts them in the roster.
     *
     * @return their ids, in the same order
     * @throws IllegalArgumentException as {@link Profile#requireFit}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> add(List<Profile> profiles, Because because) {
        var ids = new ArrayList<Long>();
        inChunks(profiles, some -> ids.addAll(addSome(some, because)));
        return ids;
    }

    /**
     * @throws IllegalArgumentException as {@link Profile#requireFit}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void change(List<Change> changes, Because because) {
        inChunks(changes, some -> changeSome(some, because));
    }

    private List<Long> addSome(List<Profile> profiles, Because because) {
        var ids = Ids.next(jdbc, "person", profiles.size());
        var json = json(ids, profiles);
        writeCommittees(json);
        jdbc.sql(
                        """
                        insert into person (id, name, gender, birth_year, committee_id, address, note,
                                            hearing, condition, window_opens, window_closes, language,
                                            slow_speech, risk, risk_set, alone_until, consent,
                                            consent_on, consent_told_by)
                        overriding system value
                        select told.id, told.name, gender, birth_year, committee.id,
                               decode(address, 'base64'), decode(note, 'base64'),
                               decode(hearing, 'base64'), decode(condition, 'base64'),
                               window_opens, window_closes, language, slow_speech, risk, risk_set,
                               alone_until, consent, consent_on, decode(consent_told_by, 'base64')
                        from jsonb_to_recordset(cast(:people as jsonb)) as told
                            (id bigint, name text, gender text, birth_year int, committee text,
                             address text, note text, hearing text, condition text,
                             window_opens time, window_closes time, language text,
                             slow_speech boolean, risk text, risk_set text, alone_until date,
                             consent text, consent_on date, consent_told_by text)
                        join committee on committee.name = told.committee
                        """)
                .param("people", json)
                .update();
        details.write(json);
        log.write(
                ChangeKind.ADDED,
                ids.stream().map(id -> new Logged(id, 1, Map.of())).toList(),
                because);
        return ids;
    }

    private void changeSome(List<Change> changes, Because because) {
        var ids = changes.stream().map(Change::id).toList();
        var json = json(ids, changes.stream().map(Change::after).toList());
        writeCommittees(json);
        var versions = update(json);
        details.remove(ids.toArray(Long[]::new));
        details.write(json);
        log.write(
                ChangeKind.CHANGED,
                changes.stream()
                        .map(change ->
                                new Logged(
                                        change.id(),
                                        Objects.requireNonNull(versions.get(change.id())),
                                        FieldTexts.of(change.before(), change.fields())))
                        .toList(),
                because);
    }

    private Map<Long, Integer> update(String people) {
        var versions = new HashMap<Long, Integer>();
        jdbc.sql(
                        """
                        update person
                        set name = told.name, gender = told.gender, birth_year = told.birth_year,
                            committee_id = committee.id, address = decode(told.address, 'base64'),
                            note = decode(told.note, 'base64'),
                            hearing = decode(told.hearing, 'base64'),
                            condition = decode(told.condition, 'base64'),
                            window_opens = told.window_opens, window_closes = told.window_closes,
                            language = told.language, slow_speech = told.slow_speech,
                            risk = told.risk, risk_set = told.risk_set,
                            alone_until = told.alone_until, consent = told.consent,
                            consent_on = told.consent_on,
                            consent_told_by = decode(told.consent_told_by, 'base64'),
                            version = version + 1, updated_at = now()
                        from jsonb_to_recordset(cast(:people as jsonb)) as told
                            (id bigint, name text, gender text, birth_year int, committee text,
                             address text, note text, hearing text, condition text,
                             window_opens time, window_closes time, language text,
                             slow_speech boolean, risk text, risk_set text, alone_until date,
                             consent text, consent_on date, consent_told_by text)
                        join committee on committee.name = told.committee
                        where person.id = told.id
                        returning person.id, version
                        """)
                .param("people", people)
                .query(row -> {
                    versions.put(row.getLong("id"), row.getInt("version"));
                });
        return versions;
    }

    private String json(List<Long> ids, List<Profile> profiles) {
        var known =
                volunteers.write(profiles.stream().flatMap(one -> one.ladder().stream()).toList());
        return JSON.writeValueAsString(
                IntStream.range(0, ids.size())
                        .mapToObj(place -> written(ids.get(place), profiles.get(place), known))
                        .toList());
    }

    private WrittenPerson written(long id, Profile profile, Map<PhoneNumber, Long> known) {
        profile.requireFit();
        var risk = profile.risk();
        return WrittenPerson.of(
                id,
                profile,
                risk == null ? categories.risk(profile.categories()) : risk,
                profile.ladder().stream()
                        .map(NamedNumber::number)
                        .map(known::get)
                        .map(Objects::requireNonNull)
                        .toList(),
                seal,
                index);
    }

    private void writeCommittees(String people) {
        jdbc.sql(
                        """
                        insert into committee (name)
                        select distinct committee
                        from jsonb_to_recordset(cast(:people as jsonb)) as told (committee text)
                        on conflict do nothing
                        """)
                .param("people", people)
                .update();
    }

    private static <T> void inChunks(List<T> all, Consumer<List<T>> write) {
        for (int from = 0; from < all.size(); from += PEOPLE_A_STATEMENT) {
            write.accept(all.subList(from, Math.min(from + PEOPLE_A_STATEMENT, all.size())));
        }
    }
}
