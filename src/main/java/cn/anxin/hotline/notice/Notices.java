package cn.anxin.hotline.notice;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.duework.Nudges;
import cn.anxin.hotline.notice.channel.Channels;
import cn.anxin.hotline.seal.Seal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where rooms post what is to be told in writing, in the transaction of what happened: both are
 * there or neither. It leaves after the commit, at least once, or goes stale; nobody waits for it.
 * Any thread.
 */
@Component
public class Notices {
    private static final Logger log = LoggerFactory.getLogger(Notices.class);
    private static final String THE_CHANNELS_OWN_READERS = "";

    private final JdbcClient jdbc;
    private final Channels channels;
    private final ChannelHealth health;
    private final Seal seal;
    private final Nudges nudges;

    Notices(JdbcClient jdbc, Channels channels, ChannelHealth health, Seal seal, Nudges nudges) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.health = health;
        this.seal = seal;
        this.nudges = nudges;
    }

    /**
     * Never fails for what is set up or not: a channel that there is not is no reason to lose what
     * happened.
     *
     * @return by how many channels it will be sent for this post; 0 where none is set up for it, or
     *     where the same happening was posted before
     * @throws org.springframework.transaction.IllegalTransactionStateException outside of a
     *     transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int post(Recipient recipient, Notice notice) {
        var posted =
                switch (recipient) {
                    case Recipient.Phone phone -> bySms(phone, notice);
                    case Recipient.Channel(var name) -> toReadersOf(name, notice);
                    case Recipient.Listeners _ ->
                            channels.listeners(notice.kind(), notice.urgency()).stream()
                                    .mapToInt(channel -> toReaders(channel, notice))
                                    .sum();
                };
        if (posted > 0) {
            nudges.nudge(Sending.NAME);
        }
        return posted;
    }

    private int bySms(Recipient.Phone phone, Notice notice) {
        var carriers = channels.carriersOfSms();
        if (carriers.isEmpty() || posted(carriers, phone, notice)) {
            return 0;
        }
        return insert(health.firstThatWorks(carriers), phone.who(), phone.number(), notice);
    }

    /** With whichever gateway it was: the first may have failed meanwhile. */
    private boolean posted(List<String> carriers, Recipient.Phone phone, Notice notice) {
        return jdbc.sql(
                        """
                        select exists (select from notice
                            where channel = any(:carriers) and addressee = :who
                                and happening = :happening)
                        """)
                .param("carriers", carriers.toArray(String[]::new))
                .param("who", phone.who())
                .param("happening", notice.happening())
                .query(Boolean.class)
                .single();
    }

    private int toReadersOf(String channel, Notice notice) {
        if (channels.find(channel).filter(terms -> !terms.takesNumbers()).isEmpty()) {
            log.warn("{} is not sent: no robot, mailbox or webhook is called {}", notice, channel);
            return 0;
        }
        return toReaders(channel, notice);
    }

    private int toReaders(String channel, Notice notice) {
        return insert(channel, THE_CHANNELS_OWN_READERS, null, notice);
    }

    private int insert(
            String channel, String addressee, @Nullable PhoneNumber number, Notice notice) {
        // taken before the row is written: what is sealed is bound to it
        var id =
                jdbc.sql("select nextval(pg_get_serial_sequence('notice', 'id'))")
                        .query(Long.class)
                        .single();
        return jdbc.sql(
                        """
                        insert into notice (id, channel, addressee, happening, kind, urgency, title,
                            words, number, person_id, incident_id, case_id, stale_at)
                        overriding system value
                        values (:id, :channel, :addressee, :happening, :kind, :urgency, :title,
                            :words, :number, :person, :incident, :case,
                            clock_timestamp() + make_interval(secs => :staleAfter))
                        on conflict (channel, addressee, happening) do nothing
                        """)
                .param("id", id)
                .param("channel", channel)
                .param("addressee", addressee)
                .param("happening", notice.happening())
                .param("kind", notice.kind())
                .param("urgency", notice.urgency().name())
                .param("title", notice.title())
                .param("words", seal.seal(NoticeColumns.WORDS, id, notice.text()))
                .param(
                        "number",
                        number == null ? null : seal.sealNumber(NoticeColumns.NUMBER, id, number))
                .param("person", notice.personId())
                .param("incident", notice.incidentId())
                .param("case", notice.caseId())
                .param("staleAfter", notice.staleAfter().toMillis() / 1000.0)
                .update();
    }
}
