package cn.anxin.hotline.benchmark;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes a roster: committees of 100, twenty to a house, a volunteer for every five. */
final class PeopleOfTheTown {
    private final JdbcClient jdbc;

    PeopleOfTheTown(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void moveIn(int people) {
        run(
                """
                insert into committee (name)
                select '居委' || i from generate_series(0, (:people - 1) / 100) as i
                """,
                people);
        run(
                """
                insert into volunteer (name, number)
                select '志愿者', '+86139' || lpad(cast(i as text), 8, '0')
                from generate_series(0, (:people - 1) / 5) as i
                """,
                people);
        run(
                """
                insert into person (name, committee_id, address, window_opens, window_closes, risk)
                select '老人', (select min(id) from committee) + i / 100,
                    '示范路' || i / 20 || '号' || i % 20 || '室',
                    '00:00:00', '23:59:59',
                    case when i % 10 = 0 then 'HIGH' else 'NORMAL' end
                from generate_series(0, :people - 1) as i
                """,
                people);
        run(
                """
                insert into person_number (person_id, position, number)
                select id, 1, '+861' || (30 + id % 9) || lpad(cast(id as text), 8, '0')
                from person where :people > 0
                """,
                people);
        run(
                """
                insert into pairing (person_id, position, volunteer_id)
                select id, 1, (select min(id) from volunteer)
                    + (id - (select min(id) from person)) / 5
                from person where :people > 0
                """,
                people);
        jdbc.sql("analyze").update();
    }

    private void run(String sql, int people) {
        jdbc.sql(sql).param("people", people).update();
    }
}
