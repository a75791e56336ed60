package cn.anxin.hotline.wellness;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.escalation.Incidents;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calling back counts: a served person who rings us from their own number while today's check is
 * open, or while people are rung because we have not heard of them, may say there and then that
 * they are well. They are not rung any more, and nobody is sent. Any thread.
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
    private final Incidents incidents;
    private final HotlineSettings hotline;

    CallingBack(
            JdbcClient jdbc, CheckEndings endings, Incidents incidents, HotlineSettings hotline) {
        this.jdbc = jdbc;
        this.endings = endings;
        this.incidents = incidents;
        this.hotline = hotline;
    }

    /** Whether a check of today waits for the person's word, or somebody is sent to look. */
    public boolean awaited(long person) {
        return checkAwaits(person) || incidents.awaitsWordOf(person);
    }

    private boolean checkAwaits(long person) {
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
        var settled = incidents.heardWell(person);
        return open.isPresent() || settled;
    }

    private Optional<Check> open(long person) {
        return jdbc.sql(Check.SELECT + OPEN_TODAY + "order by id limit 1 for update")
                .param("person", person)
                .param("zone", hotline.zone().getId())
                .query(Check.class)
                .optional();
    }
}
