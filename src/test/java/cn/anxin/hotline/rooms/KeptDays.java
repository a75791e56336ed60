package cn.anxin.hotline.rooms;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database lets nobody forget. */
final class KeptDays {

    private KeptDays() {}

    static void forget(JdbcClient jdbc) {
        jdbc.sql(
                        """
                        alter table day_record disable trigger day_record_is_kept;
                        alter table day_record_person disable trigger day_record_is_kept;
                        alter table day_amendment disable trigger day_record_is_kept;
                        truncate day_record, day_record_person, day_amendment;
                        alter table day_record enable trigger day_record_is_kept;
                        alter table day_record_person enable trigger day_record_is_kept;
                        alter table day_amendment enable trigger day_record_is_kept
                        """)
                .update();
    }
}
