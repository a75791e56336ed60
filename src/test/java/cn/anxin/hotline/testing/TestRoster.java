package cn.anxin.hotline.testing;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.people.PeopleColumns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes people as the roster keeps them, in as few words as a story needs. */
public record TestRoster(JdbcClient jdbc) {

    public long committee(String name) {
        return jdbc.sql(
                        """
                        insert into committee (name) values (:name)
                        on conflict (name) do update set name = excluded.name returning id
                        """)
                .param("name", name)
                .query(Long.class)
                .single();
    }

    /** Enrolled, to be rung at any time of the day. */
    public long person(String name, String... numbers) {
        var id =
                jdbc.sql(
                                """
                                insert into person (name, committee_id, window_opens, window_closes)
                                values (:name, :committee, '00:00', '23:59:59') returning id
                                """)
                        .param("name", name)
                        .param("committee", committee("示范一居委"))
                        .query(Long.class)
                        .single();
        address(id, "示范路1号");
        for (int place = 0; place < numbers.length; place++) {
            number(id, place + 1, numbers[place]);
        }
        return id;
    }

    public void address(long person, String address) {
        jdbc.sql("update person set address = :address where id = :id")
                .param("address", TestSeal.SEAL.seal(PeopleColumns.ADDRESS, person, address))
                .param("id", person)
                .update();
    }

    public void number(long person, int position, String number) {
        var e164 = new PhoneNumber(number);
        jdbc.sql(
                        """
                        insert into person_number (person_id, position, number, number_index)
                        values (:person, :position, :number, :index)
                        """)
                .param("person", person)
                .param("position", position)
                .param("number", TestSeal.SEAL.sealNumber(PeopleColumns.NUMBER, person, e164))
                .param("index", TestSeal.INDEX.of(e164))
                .update();
    }

    public long volunteer(String name, String number) {
        var id =
                jdbc.sql("select nextval(pg_get_serial_sequence('volunteer', 'id'))")
                        .query(Long.class)
                        .single();
        var e164 = new PhoneNumber(number);
        jdbc.sql(
                        """
                        insert into volunteer (id, name, number, number_index)
                        overriding system value values (:id, :name, :number, :index)
                        """)
                .param("id", id)
                .param("name", name)
                .param("number", TestSeal.SEAL.sealNumber(PeopleColumns.VOLUNTEER, id, e164))
                .param("index", TestSeal.INDEX.of(e164))
                .update();
        return id;
    }

    public void family(long person, int position, String name, String number) {
        var e164 = new PhoneNumber(number);
        jdbc.sql(
                        """
                        insert into family_contact
                            (person_id, position, name, relation, number, number_index)
                        values (:person, :position, :name, '女儿', :number, :index)
                        """)
                .param("person", person)
                .param("position", position)
                .param("name", TestSeal.SEAL.seal(PeopleColumns.FAMILY_NAME, person, name))
                .param(
                        "number",
                        TestSeal.SEAL.sealNumber(PeopleColumns.FAMILY_NUMBER, person, e164))
                .param("index", TestSeal.INDEX.of(e164))
                .update();
    }

    public void pair(long person, int position, long volunteer) {
        jdbc.sql("insert into pairing values (?, ?, ?)")
                .params(person, position, volunteer)
                .update();
    }
}
