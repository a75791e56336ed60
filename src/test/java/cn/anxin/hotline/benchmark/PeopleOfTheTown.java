package cn.anxin.hotline.benchmark;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.people.PeopleColumns;
import cn.anxin.hotline.seal.SealedColumn;
import cn.anxin.hotline.testing.TestSeal;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes a roster in an empty database: committees of 100, twenty to a house, a volunteer for every
 * five, one in ten at high risk.
 */
final class PeopleOfTheTown {
    private static final int BATCH = 5000;

    private final JdbcClient jdbc;

    PeopleOfTheTown(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void moveIn(int people) {
        run(
                "insert into committee (name) select '居委' || i from generate_series(0, (:people - 1) / 100) i",
                people);
        run(
                """
                insert into person (name, committee_id, window_opens, window_closes, risk,
                    created_at, updated_at)
                select '老人', 1 + (i - 1) / 100, '00:00:00', '23:59:59',
                    case when i % 10 = 0 then 'HIGH' else 'NORMAL' end,
                    now() - interval '30 days', now() - interval '30 days'
                from generate_series(1, :people) i
                """,
                people);
        for (long first = 1; first <= people; first += BATCH) {
            var ids = LongStream.rangeClosed(first, Math.min(people, first + BATCH - 1)).toArray();
            houses(ids);
            numbers(ids);
        }
        volunteers((people + 4) / 5);
        run(
                "insert into pairing (person_id, position, volunteer_id) select i, 1, 1 + (i - 1) / 5 from generate_series(1, :people) i",
                people);
        jdbc.sql("analyze").update();
    }

    private void houses(long[] ids) {
        jdbc.sql(
                        """
                        update person set address = told.address
                        from unnest(cast(:ids as bigint[]), cast(:addresses as bytea[]))
                            as told (id, address)
                        where person.id = told.id
                        """)
                .param("ids", boxed(ids))
                .param(
                        "addresses",
                        each(
                                ids,
                                id ->
                                        sealed(
                                                PeopleColumns.ADDRESS,
                                                id,
                                                "示范路%d号%d室".formatted(id / 20, id % 20))))
                .update();
    }

    private void numbers(long[] ids) {
        jdbc.sql(
                        """
                        insert into person_number (person_id, position, number, number_index)
                        select id, 1, number, index
                        from unnest(cast(:ids as bigint[]), cast(:numbers as bytea[]),
                            cast(:indexes as bytea[])) as told (id, number, index)
                        """)
                .param("ids", boxed(ids))
                .param(
                        "numbers",
                        each(ids, id -> sealed(PeopleColumns.NUMBER, id, number(id).e164())))
                .param("indexes", each(ids, id -> TestSeal.INDEX.of(number(id))))
                .update();
    }

    private void volunteers(int count) {
        var ids = LongStream.rangeClosed(1, count).toArray();
        jdbc.sql(
                        """
                        insert into volunteer (id, name, number, number_index)
                        overriding system value
                        select id, '志愿者', number, index
                        from unnest(cast(:ids as bigint[]), cast(:numbers as bytea[]),
                            cast(:indexes as bytea[])) as told (id, number, index)
                        """)
                .param("ids", boxed(ids))
                .param(
                        "numbers",
                        each(ids, id -> sealed(PeopleColumns.VOLUNTEER, id, volunteer(id).e164())))
                .param("indexes", each(ids, id -> TestSeal.INDEX.of(volunteer(id))))
                .update();
    }

    private static PhoneNumber number(long id) {
        return new PhoneNumber("+861%d%08d".formatted(30 + id % 9, id));
    }

    private static PhoneNumber volunteer(long id) {
        return new PhoneNumber("+86139%08d".formatted(id));
    }

    private static byte[] sealed(SealedColumn column, long row, String text) {
        return TestSeal.SEAL.seal(column, row, text);
    }

    private static byte[][] each(long[] ids, LongFunction<byte[]> value) {
        return LongStream.of(ids).mapToObj(value).toArray(byte[][]::new);
    }

    private static Long[] boxed(long[] ids) {
        return LongStream.of(ids).boxed().toArray(Long[]::new);
    }

    private void run(String sql, int people) {
        jdbc.sql(sql).param("people", people).update();
    }
}
