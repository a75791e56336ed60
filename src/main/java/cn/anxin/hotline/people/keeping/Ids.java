package cn.anxin.hotline.people.keeping;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ids taken before the rows are written: what is sealed is bound to its row. */
final class Ids {

    private Ids() {}

    static List<Long> next(JdbcClient jdbc, String table, int count) {
        return jdbc.sql(
                        """
                        select nextval(pg_get_serial_sequence(:table, 'id'))
                        from generate_series(1, :count)
                        """)
                .param("table", table)
                .param("count", count)
                .query(Long.class)
                .list();
    }
}
