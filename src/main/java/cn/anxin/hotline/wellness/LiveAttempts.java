package cn.anxin.hotline.wellness;

import cn.anxin.hotline.escalation.PersonOnTheLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A check rings, or asks, a person as long as its call has not ended. */
@Component
class LiveAttempts implements PersonOnTheLine {
    private final JdbcClient jdbc;

    LiveAttempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isOnTheLine(long person) {
        return jdbc.sql(
                        """
                        select exists (select from attempt
                            where person_id = :person and ended_at is null)
                        """)
                .param("person", person)
                .query(Boolean.class)
                .single();
    }
}
