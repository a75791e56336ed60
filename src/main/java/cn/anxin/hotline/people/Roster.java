package cn.anxin.hotline.people;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.seal.BlindIndex;
import cn.anxin.hotline.seal.Seal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom we care for, and who looks after them. Reads only; joins the caller's transaction if there
 * is one. Any thread.
 */
@Component
public class Roster {
    private static final int LARGEST_PAGE = 1000;
    private static final int MOST_AT_ONE_NUMBER = 20;

    private static final String PERSON =
            """
            select person.id, version, person.name, gender, birth_year, committee.name as committee,
                   address, note, hearing, condition, window_opens, window_closes, enrolled, language,
                   slow_speech, risk, risk_set, alone_until, consent, consent_on, consent_told_by,
                   array(select number from person_number
                         where person_id = person.id order by position) as numbers,
                   array(select category from person_category
                         where person_id = person.id) as categories,
                   ladder.*, family.*
            from person join committee on committee.id = committee_id
            cross join lateral (
                select coalesce(array_agg(volunteer.id order by position), '{}') as volunteers,
                       coalesce(array_agg(volunteer.name order by position), '{}') as volunteer_names,
                       coalesce(array_agg(volunteer.number order by position), '{}')
                           as volunteer_numbers
                from pairing join volunteer on volunteer.id = volunteer_id
                where person_id = person.id) as ladder
            cross join lateral (
                select coalesce(array_agg(contact.name order by position), '{}') as family_names,
                       coalesce(array_agg(relation order by position), '{}') as family_relations,
                       coalesce(array_agg(contact.number order by position), '{}') as family_numbers
                from family_contact contact
                where person_id = person.id) as family
            """;

    private static final String LISTED =
            """
            select person.id, person.name, committee.name as committee, window_opens, window_closes,
                   enrolled,
                   array(select number from person_number
                         where person_id = person.id order by position) as numbers,
                   array(select category from person_category
                         where person_id = person.id) as categories
            from person join committee on committee.id = committee_id
            """;

    private final JdbcClient jdbc;
    private final BlindIndex index;
    private final PersonRow rows;

    public Roster(JdbcClient jdbc, Seal seal, BlindIndex index) {
        this.jdbc = jdbc;
        this.index = index;
        this.rows = new PersonRow(seal);
    }

    public Optional<Person> person(long id) {
        return jdbc.sql(PERSON + "where person.id = :id")
                .param("id", id)
                .query(rows::person)
                .optional();
    }

    /**
     * Those of them whom we know, in no order.
     *
     * @param ids at most 1,000
     */
    public List<Person> people(Collection<Long> ids) {
        return jdbc.sql(PERSON + "where person.id = any (:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(rows::person)
                .list();
    }

    public Optional<RiskLevel> riskOf(long id) {
        return jdbc.sql("select risk from person where id = :id")
                .param("id", id)
                .query(RiskLevel.class)
                .optional();
    }

    /** How many the daily check rings. */
    public int size() {
        return jdbc.sql("select count(*) from person where enrolled").query(Integer.class).single();
    }

    /**
     * Those the daily check rings, by id, a page at a time.
     *
     * @param after the last id of the page before, 0 for the first
     * @param limit 1 to 1,000; more gives 1,000
     */
    public List<Person> enrolled(long after, int limit) {
        return jdbc.sql(
                        PERSON
                                + "where enrolled and person.id > :after order by person.id limit :limit")
                .param("after", after)
                .param("limit", page(limit))
                .query(rows::person)
                .list();
    }

    /** Everybody, as a list shows them; pages as {@link #enrolled}. */
    public List<ListedPerson> page(long after, int limit) {
        return jdbc.sql(LISTED + "where person.id > :after order by person.id limit :limit")
                .param("after", after)
                .param("limit", page(limit))
                .query(rows::listed)
                .list();
    }

    /** All who answer at this number (couples share one), those whose first number it is first. */
    public List<Person> peopleAt(PhoneNumber number) {
        return jdbc.sql(
                        PERSON
                                + """
                                join person_number at on at.person_id = person.id
                                where at.number_index = any (:numbers)
                                order by enrolled desc, at.position, person.id
                                limit :most
                                """)
                .param("numbers", index.ever(number))
                .param("most", MOST_AT_ONE_NUMBER)
                .query(rows::person)
                .list();
    }

    /** All who answer at one of these numbers, in no order. */
    public List<Person> peopleAtAny(Set<PhoneNumber> numbers) {
        return jdbc.sql(
                        PERSON
                                + """
                                where person.id in
                                    (select person_id from person_number
                                     where number_index = any (:numbers))
                                """)
                .param("numbers", hashes(numbers))
                .query(rows::person)
                .list();
    }

    public Optional<Volunteer> volunteer(long id) {
        return jdbc.sql("select id, name, number from volunteer where id = :id")
                .param("id", id)
                .query(rows::volunteer)
                .optional();
    }

    public Optional<Volunteer> volunteerAt(PhoneNumber number) {
        return jdbc.sql(
                        "select id, name, number from volunteer where number_index = any (:numbers)")
                .param("numbers", index.ever(number))
                .query(rows::volunteer)
                .optional();
    }

    /** The paired volunteer, then the backups in their order. */
    public List<Volunteer> ladderOf(long personId) {
        return jdbc.sql(
                        """
                        select id, name, number
                        from pairing join volunteer on volunteer.id = volunteer_id
                        where person_id = :person
                        order by position
                        """)
                .param("person", personId)
                .query(rows::volunteer)
                .list();
    }

    /**
     * Those whom a volunteer looks after, as the paired one first, then as a backup. At most so
     * many.
     */
    public List<Person> peopleOf(long volunteer, int limit) {
        return jdbc.sql(
                        PERSON
                                + """
                                join pairing on pairing.person_id = person.id
                                where volunteer_id = :volunteer and enrolled
                                order by pairing.position, person.id limit :limit
                                """)
                .param("volunteer", volunteer)
                .param("limit", page(limit))
                .query(rows::person)
                .list();
    }

    /** The ladders of many, by person; whoever has none is left out. */
    public Map<Long, List<Volunteer>> laddersOf(Collection<Long> people) {
        var ladders = new HashMap<Long, List<Volunteer>>();
        RowCallbackHandler rung =
                row ->
                        ladders.computeIfAbsent(row.getLong("person_id"), id -> new ArrayList<>())
                                .add(rows.volunteer(row, row.getRow()));
        jdbc.sql(
                        """
                        select person_id, id, name, number
                        from pairing join volunteer on volunteer.id = volunteer_id
                        where person_id = any (:people)
                        order by person_id, position
                        """)
                .param("people", people.toArray(Long[]::new))
                .query(rung);
        return ladders;
    }

    private byte[][] hashes(Set<PhoneNumber> numbers) {
        return numbers.stream()
                .flatMap(number -> Arrays.stream(index.ever(number)))
                .toArray(byte[][]::new);
    }

    private static int page(int limit) {
        return Math.clamp(limit, 1, LARGEST_PAGE);
    }
}
