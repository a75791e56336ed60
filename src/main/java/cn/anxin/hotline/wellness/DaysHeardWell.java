package cn.anxin.hotline.wellness;

import cn.anxin.hotline.escalation.LastHeardWell;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last day on which somebody was confirmed or cleared in a check. */
@Component
class DaysHeardWell implements LastHeardWell {
    private final JdbcClient jdbc;

    DaysHeardWell(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Instant> of(long person) {
        return jdbc.sql(
                        """
                        select ended_at from wellness_check
                        where person_id = :person and verdict in ('CONFIRMED', 'CLEARED')
                        order by round_id desc limit 1
                        """)
                .param("person", person)
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }
}
