package cn.anxin.hotline.escalation;

import cn.anxin.hotline.duework.Nudges;
import cn.anxin.hotline.escalation.course.Effect.News;
import cn.anxin.hotline.journal.Actor;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people are owed to hear of an incident, until they have heard it. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class OwedNews {
    /** A telephone that is not answered now is often answered a little later. */
    private static final Duration NEXT_TRY = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Nudges nudges;

    OwedNews(JdbcClient jdbc, Nudges nudges) {
        this.jdbc = jdbc;
        this.nudges = nudges;
    }

    record Owed(long id, long incidentId, Actor whom, News news, int tries) {}

    /** Who watches the screen, or asked through it, reads it there. */
    void owe(long incident, Actor whom, News news) {
        if (whom.equals(Actor.API) || whom.equals(Actor.SYSTEM)) {
            return;
        }
        jdbc.sql(
                        """
                        insert into incident_news (incident_id, contact, news)
                        values (:incident, :whom, :news)
                        """)
                .param("incident", incident)
                .param("whom", whom.value())
                .param("news", news.name())
                .update();
        nudges.nudge(NewsTelling.NAME);
    }

    Optional<Owed> claimDue() {
        return jdbc.sql(
                        """
                        select id, incident_id, contact, news, tries from incident_news
                        where next_action_at <= (select clock_timestamp())
                        order by next_action_at limit 1
                        for update skip locked
                        """)
                .query((row, _) ->
                        new Owed(
                                row.getLong("id"),
                                row.getLong("incident_id"),
                                new Actor(row.getString("contact")),
                                News.valueOf(row.getString("news")),
                                row.getInt("tries")))
                .optional();
    }

    void tried(Owed owed) {
        again(owed.id(), owed.tries() + 1, NEXT_TRY);
    }

    void later(Owed owed, Duration pause) {
        again(owed.id(), owed.tries(), pause);
    }

    private void again(long id, int tries, Duration pause) {
        jdbc.sql(
                        """
                        update incident_news
                        set tries = :tries,
                            next_action_at = clock_timestamp() + make_interval(secs => :pause)
                        where id = :id
                        """)
                .param("tries", tries)
                .param("pause", pause.toMillis() / 1000.0)
                .param("id", id)
                .update();
    }

    void giveUp(Owed owed) {
        jdbc.sql("update incident_news set next_action_at = null where id = :id")
                .param("id", owed.id())
                .update();
    }

    /** All that somebody is owed of an incident is heard in one call; the latest is what counts. */
    Optional<News> latest(long incident, Actor whom) {
        return jdbc.sql(
                        """
                        select news from incident_news
                        where incident_id = :incident and contact = :whom
                            and next_action_at is not null
                        order by id desc limit 1
                        """)
                .param("incident", incident)
                .param("whom", whom.value())
                .query(News.class)
                .optional();
    }

    void told(long incident, Actor whom) {
        jdbc.sql(
                        """
                        update incident_news
                        set told_at = clock_timestamp(), next_action_at = null
                        where incident_id = :incident and contact = :whom
                            and next_action_at is not null
                        """)
                .param("incident", incident)
                .param("whom", whom.value())
                .update();
    }
}
