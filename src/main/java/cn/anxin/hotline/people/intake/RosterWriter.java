package cn.anxin.hotline.people.intake;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.people.intake.ImportPlan.Addition;
import cn.anxin.hotline.people.intake.ImportPlan.Change;
import cn.anxin.hotline.people.intake.MissingPeople.Enrolled;
import cn.anxin.hotline.people.intake.row.ProfileField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes an import in the caller's transaction, a thousand people a statement. */
final class RosterWriter {
    private static final int PEOPLE_A_STATEMENT = 1000;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Actor by;

    RosterWriter(JdbcClient jdbc, Journal journal, Actor by) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.by = by;
    }

    void write(ImportPlan plan, MissingPeople missing) {
        writeVolunteers(plan.volunteers());
        inChunks(plan.additions(), this::add);
        inChunks(plan.changes(), this::change);
        inChunks(missing.leaving(), this::remove);
    }

    private void writeVolunteers(Map<PhoneNumber, String> volunteers) {
        inChunks(
                List.copyOf(volunteers.entrySet()),
                some ->
                        jdbc.sql(
                                        """
                                        insert into volunteer (name, number)
                                        select * from unnest(:names, :numbers)
                                        on conflict (number) do update set name = excluded.name
                                        where volunteer.name <> excluded.name
                                        """)
                                .param("names", texts(some, Map.Entry::getValue))
                                .param("numbers", texts(some, named -> named.getKey().e164()))
                                .update());
    }

    private void add(List<Addition> additions) {
        var ids = nextIds(additions.size());
        var people = new ArrayList<WrittenPerson>();
        var entries = new ArrayList<Entry>();
        for (int index = 0; index < additions.size(); index++) {
            people.add(WrittenPerson.of(ids.get(index), additions.get(index).profile()));
            entries.add(Entry.of("person-added", by).about(ids.get(index)));
        }
        var json = WrittenPerson.json(people);
        writeCommittees(json);
        jdbc.sql(
                        """
                        insert into person (id, name, gender, birth_year, committee_id, address,
                                            note, window_opens, window_closes)
                        overriding system value
                        select told.id, told.name, told.gender, told.birth_year, committee.id,
                               told.address, told.note, told.window_opens, told.window_closes
                        from jsonb_to_recordset(cast(:people as jsonb)) as told
                            (id bigint, name text, gender text, birth_year int, committee text,
                             address text, note text, window_opens time, window_closes time)
                        join committee on committee.name = told.committee
                        """)
                .param("people", json)
                .update();
        writeDetails(json);
        journal.write(entries);
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

    private void change(List<Change> changes) {
        var people = new ArrayList<WrittenPerson>();
        var entries = new ArrayList<Entry>();
        for (var change : changes) {
            people.add(WrittenPerson.of(change.id(), change.profile()));
            entries.add(
                    Entry.of("person-changed", by)
                            .about(change.id())
                            .with("fields", fields(change)));
        }
        var json = WrittenPerson.json(people);
        writeCommittees(json);
        jdbc.sql(
                        """
                        update person
                        set gender = told.gender, birth_year = told.birth_year,
                            committee_id = committee.id, address = told.address, note = told.note,
                            window_opens = told.window_opens, window_closes = told.window_closes,
                            enrolled = true, updated_at = now()
                        from jsonb_to_recordset(cast(:people as jsonb)) as told
                            (id bigint, gender text, birth_year int, committee text,
                             address text, note text, window_opens time, window_closes time)
                        join committee on committee.name = told.committee
                        where person.id = told.id
                        """)
                .param("people", json)
                .update();
        removeDetails(changes.stream().map(Change::id).toArray(Long[]::new));
        writeDetails(json);
        journal.write(entries);
    }

    private static String fields(Change change) {
        var changed = change.fields().stream().map(ProfileField::key);
        return Stream.concat(change.returns() ? Stream.of("enrolled") : Stream.empty(), changed)
                .collect(Collectors.joining(" "));
    }

    /** Nobody is deleted: whoever leaves the roster is no longer rung, and that is all. */
    private void remove(List<Enrolled> leaving) {
        var ids = leaving.stream().map(Enrolled::id).toArray(Long[]::new);
        jdbc.sql("update person set enrolled = false, updated_at = now() where id = any (:people)")
                .param("people", ids)
                .update();
        journal.write(
                leaving.stream()
                        .map(person ->
                                Entry.of("person-removed", by)
                                        .about(person.id())
                                        .with("why", "not in the imported roster"))
                        .toList());
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
