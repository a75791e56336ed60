package cn.anxin.hotline.people.keeping;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in rows of its own beside a person's. */
final class PersonDetails {
    private final JdbcClient jdbc;

    PersonDetails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void remove(Long[] people) {
        for (var table : List.of("person_number", "person_category", "pairing", "family_contact")) {
            jdbc.sql("delete from " + table + " where person_id = any (:people)")
                    .param("people", people)
                    .update();
        }
    }

    /**
     * @param people a JSON array of {@link WrittenPerson}
     */
    void write(String people) {
        for (var details :
                List.of(
                        """
                        insert into person_number (person_id, position, number, number_index)
                        select told.id, place, decode(own ->> 'number', 'base64'),
                            decode(own ->> 'number_index', 'base64')
                        from jsonb_to_recordset(cast(:people as jsonb)) as told (id bigint, numbers jsonb)
                        cross join jsonb_array_elements(told.numbers)
                            with ordinality as one (own, place)
                        """,
                        """
                        insert into person_category (person_id, category)
                        select told.id, own
                        from jsonb_to_recordset(cast(:people as jsonb)) as told (id bigint, categories jsonb)
                        cross join jsonb_array_elements_text(told.categories) as one (own)
                        """,
                        """
                        insert into pairing (person_id, position, volunteer_id)
                        select told.id, place, own::bigint
                        from jsonb_to_recordset(cast(:people as jsonb)) as told (id bigint, ladder jsonb)
                        cross join jsonb_array_elements_text(told.ladder)
                            with ordinality as one (own, place)
                        """,
                        """
                        insert into family_contact
                            (person_id, position, name, relation, number, number_index)
                        select told.id, place, decode(own ->> 'name', 'base64'), own ->> 'relation',
                            decode(own ->> 'number', 'base64'),
                            decode(own ->> 'number_index', 'base64')
                        from jsonb_to_recordset(cast(:people as jsonb)) as told (id bigint, family jsonb)
                        cross join jsonb_array_elements(told.family)
                            with ordinality as one (own, place)
                        """)) {
            jdbc.sql(details).param("people", people).update();
        }
    }
}
