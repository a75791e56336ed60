package cn.anxin.hotline.people.pause;

import cn.anxin.hotline.duework.DueWork;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells that somebody is back in the round, again and again until somebody says that they know.
 * Their check does not wait for that: it rings from the day they are back.
 */
@Component
class PauseEnds implements DueWork {
    private final JdbcClient jdbc;
    private final Journal journal;
    private final PauseSettings settings;

    PauseEnds(JdbcClient jdbc, Journal journal, PauseSettings settings) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.settings = settings;
    }

    private record Ended(long id, long personId) {}

    @Override
    public String name() {
        return "pause-ends";
    }

    @Override
    @Transactional
    public int sweep(int limit) {
        var ended =
                jdbc.sql(
                                """
                                update pause
                                set next_action_at =
                                    clock_timestamp() + make_interval(secs => :remind)
                                where id in (
                                    select id from pause
                                    where next_action_at <= (select clock_timestamp())
                                    order by next_action_at
                                    limit :limit
                                    for update skip locked)
                                returning id, person_id
                                """)
                        .param("remind", settings.remind().toMillis() / 1000.0)
                        .param("limit", limit)
                        .query(Ended.class)
                        .list();
        journal.write(
                ended.stream()
                        .map(pause ->
                                Entry.of("pause-over", Actor.SYSTEM)
                                        .about(pause.personId())
                                        .with("pause", Long.toString(pause.id())))
                        .toList());
        return ended.size();
    }
}
