package cn.anxin.hotline.wellness;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.HotlineSettings;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calling back counts: a served person who rings us from their own number while today's check is
 * open may say there and then that they are well, and is not rung any more. Any thread.
 */
@Component
public class CallingBack {
    private static final String OPEN_TODAY =
            """
            where person_id = :person and state <> 'ENDED'
                and round_id in (select id from round where day = (now() at time zone :zone)::date)
            """;

    private final JdbcClient jdbc;
    private final CheckEndings endings;
    private final HotlineSettings hotline;

    CallingBack(JdbcClient jdbc, CheckEndings endings, HotlineSettings hotline) {
        this.jdbc = jdbc;
        this.endings = endings;
        this.hotline = hotline;
    }

    /** Whether a check of today waits for the person's word. */
    public boolean awaited(long person) {
        return jdbc.sql("select exists (select from wellness_check " + OPEN_TODAY + ")")
                .param("person", person)
                .param("zone", hotline.zone().getId())
                .query(Boolean.class)
                .single();
    }

    /**
     * They have pressed the key for fine in a call of theirs.
     *
     * @return whether that ended anything
     */
    @Transactional
    public boolean fine(long person, CallId call, char key) {
        var open = open(person);
        open.ifPresent(check -> endings.confirmByKey(check, call, key));
        return open.isPresent();
    }

    private Optional<Check> open(long person) {
        return jdbc.sql(Check.SELECT + OPEN_TODAY + "order by id limit 1 for update")
                .param("person", person)
                .param("zone", hotline.zone().getId())
                .query(Check.class)
                .optional();
    }
}
