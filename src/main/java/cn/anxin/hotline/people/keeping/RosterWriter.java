package cn.anxin.hotline.people.keeping;

import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.people.Categories;
import cn.anxin.hotline.people.Profile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes people, one or many, with their journal entries, in the caller's transaction; a thousand a
 * statement. Whoever calls has made sure that nobody else writes the same people meanwhile.
 */
@Component
public class RosterWriter {
    private static final int PEOPLE_A_STATEMENT = 1000;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Categories categories;

    public RosterWriter(JdbcClient jdbc, Journal journal, Categories categories) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.categories = categories;
    }

    /**
     * Puts them in the roster.
     *
     * @return their ids, in the same order
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> add(List<Profile> profiles, Because because) {
        var ids = new ArrayList<Long>();
        inChunks(profiles, some -> ids.addAll(addSome(some, because)));
        return ids;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void change(List<Change> changes, Because because) {
        inChunks(changes, some -> changeSome(some, because));
    }

    private List<Long> addSome(List<Profile> profiles, Because because) {
        nameVolunteers(profiles);
        var ids = nextIds(profiles.size());
        var people = new ArrayList<WrittenPerson>();
        var entries = new ArrayList<Entry>();
        for (int index = 0; index < profiles.size(); index++) {
            people.add(written(ids.get(index), profiles.get(index)));
            entries.add(Entry.of("person-added", because.by()).about(ids.get(index)));
        }
        var json = WrittenPerson.json(people);
        writeCommittees(json);
        jdbc.sql(
                        """
                        insert into person (id, name, gender, birth_year, committee_id, address, note,
                                            window_opens, window_closes, language, slow_speech, risk,
                                            risk_set, alone_until, consent, consent_on)
                        overriding system value
                        select told.id, told.name, told.gender, told.birth_year, committee.id,
                               told.address, told.note, told.window_opens, told.window_closes,
                               told.language, told.slow_speech, told.risk, told.risk_set,
                               told.alone_until, told.consent, told.consent_on
                        from jsonb_to_recordset(cast(:people as jsonb)) as told
                            (id bigint, name text, gender text, birth_year int, committee text,
                             address text, note text, window_opens time, window_closes time,
                             language text, slow_speech boolean, risk text, risk_set text,
                             alone_until date, consent text, consent_on date)
                        join committee on committee.name = told.committee
                        """)
                .param("people", json)
                .update();
        writeDetails(json);
        journal.write(entries);
        return ids;
    }

    private List<Long> nextIds(int count) {
        return jdbc.sql(
                        """
                        select nextval(pg_get_serial_sequence('person', 'id'))
                        from generate_series(1, :count)
                        """)
                .param("count", count)
                .query(Long.class)
                .list();
    }

    private void changeSome(List<Change> changes, Because because) {
        nameVolunteers(changes.stream().map(Change::after).toList());
        var people = new ArrayList<WrittenPerson>();
        var entries = new ArrayList<Entry>();
        for (var change : changes) {
            people.add(written(change.id(), change.after()));
            entries.add(
                    Entry.of("person-changed", because.by())
                            .about(change.id())
                            .with("fields", String.join(" ", change.fields())));
        }
        var json = WrittenPerson.json(people);
        writeCommittees(json);
        jdbc.sql(
                        """
                        update person
                        set name = told.name, gender = told.gender, birth_year = told.birth_year,
                            committee_id = committee.id, address = told.address, note = told.note,
                            window_opens = told.window_opens, window_closes = told.window_closes,
                            language = told.language, slow_speech = told.slow_speech,
                            risk = told.risk, risk_set = told.risk_set,
                            alone_until = told.alone_until, consent = told.consent,
                            consent_on = told.consent_on,
                            version = version + 1, updated_at = now()
                        from jsonb_to_recordset(cast(:people as jsonb)) as told
                            (id bigint, name text, gender text, birth_year int, committee text,
                             address text, note text, window_opens time, window_closes time,
                             language text, slow_speech boolean, risk text, risk_set text,
                             alone_until date, consent text, consent_on date)
                        join committee on committee.name = told.committee
                        where person.id = told.id
                        """)
                .param("people", json)
                .update();
        removeDetails(changes.stream().map(Change::id).toArray(Long[]::new));
        writeDetails(json);
        journal.write(entries);
    }

    private WrittenPerson written(long id, Profile profile) {
        var risk = profile.risk();
        return WrittenPerson.of(
                id, profile, risk == null ? categories.risk(profile.categories()) : risk);
    }

    /** Whoever looks after one of them is known from now on, by this name. */
    private void nameVolunteers(Collection<Profile> profiles) {
        var named = new HashMap<String, String>();
        for (var profile : profiles) {
            profile.ladder().forEach(rung -> named.put(rung.number().e164(), rung.name()));
        }
        var volunteers = List.copyOf(named.entrySet());
        jdbc.sql(
                        """
                        insert into volunteer (name, number)
                        select * from unnest(:names, :numbers)
                        on conflict (number) do update set name = excluded.name
                        where volunteer.name <> excluded.name
                        """)
                .param("names", texts(volunteers, one -> one.getValue()))
                .param("numbers", texts(volunteers, one -> one.getKey()))
                .update();
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

    private void removeDetails(Long[] people) {
        for (var table : List.of("person_number", "person_category", "pairing")) {
            jdbc.sql("delete from " + table + " where person_id = any (:people)")
                    .param("people", people)
                    .update();
        }
    }

    private void writeDetails(String people) {
        jdbc.sql(
                        """
                        insert into person_number (person_id, position, number)
                        select told.id, own.position, own.number
                        from jsonb_to_recordset(cast(:people as jsonb)) as told (id bigint, numbers jsonb)
                        cross join jsonb_array_elements_text(told.numbers)
                            with ordinality as own (number, position)
                        """)
                .param("people", people)
                .update();
        jdbc.sql(
                        """
                        insert into person_category (person_id, category)
                        select told.id, own.category
                        from jsonb_to_recordset(cast(:people as jsonb)) as told (id bigint, categories jsonb)
                        cross join jsonb_array_elements_text(told.categories) as own (category)
                        """)
                .param("people", people)
                .update();
        jdbc.sql(
                        """
                        insert into pairing (person_id, position, volunteer_id)
                        select told.id, rung.position, volunteer.id
                        from jsonb_to_recordset(cast(:people as jsonb)) as told (id bigint, ladder jsonb)
                        cross join jsonb_array_elements_text(told.ladder)
                            with ordinality as rung (number, position)
                        join volunteer on volunteer.number = rung.number
                        """)
                .param("people", people)
                .update();
    }

    private static <T> void inChunks(List<T> all, Consumer<List<T>> write) {
        for (int from = 0; from < all.size(); from += PEOPLE_A_STATEMENT) {
            write.accept(all.subList(from, Math.min(from + PEOPLE_A_STATEMENT, all.size())));
        }
    }

    private static <T> String[] texts(List<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }
}
