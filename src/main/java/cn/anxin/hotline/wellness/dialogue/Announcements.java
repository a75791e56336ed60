package cn.anxin.hotline.wellness.dialogue;

import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.call.PromptSounds;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 当日播报: what the town tells everybody who has pressed fine: a heat wave, a typhoon, a vaccination.
 * Any thread.
 */
@Component
public class Announcements {
    /** Nobody listens to a third one. */
    private static final int SAID = 2;

    private static final int LONGEST = 200;
    private static final int MOST_DAYS = 92;
    private static final int MOST_LISTED = 100;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final PromptSounds sounds;
    private final TransactionTemplate transaction;

    Announcements(
            JdbcClient jdbc,
            Journal journal,
            PromptSounds sounds,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.sounds = sounds;
        this.transaction = transaction;
    }

    public record Announcement(
            long id, String words, LocalDate fromDay, LocalDate untilDay, String madeBy) {}

    /**
     * Its sound is made before it is announced, so that no call waits for it.
     *
     * @param words at most 200 characters
     * @param from the first day, local to the town
     * @param until the last one, at most 92 days on
     * @throws IllegalArgumentException if it has no words, too many, or no such days
     */
    public long announce(String words, LocalDate from, LocalDate until, Actor by) {
        if (words.isBlank() || words.length() > LONGEST) {
            throw new IllegalArgumentException("words: 1 to 200 characters");
        }
        if (until.isBefore(from) || ChronoUnit.DAYS.between(from, until) > MOST_DAYS) {
            throw new IllegalArgumentException("until: from the first day on, at most 92 days");
        }
        sounds.prepare(prompt(words));
        sounds.prepare(prompt(words).slowly());
        return transaction.execute(_ -> {
            var id =
                    jdbc.sql(
                                    """
                                    insert into announcement (words, from_day, until_day, made_by)
                                    values (:words, :from, :until, :by) returning id
                                    """)
                            .param("words", words)
                            .param("from", from)
                            .param("until", until)
                            .param("by", by.value())
                            .query(Long.class)
                            .single();
            journal.write(Entry.of("announced", by).with("announcement", Long.toString(id)));
            return id;
        });
    }

    /** Whether it was in force, or was yet to come. */
    public boolean withdraw(long id, Actor by) {
        return transaction.execute(_ -> {
            var withdrawn =
                    jdbc.sql(
                                    """
                                    update announcement
                                    set withdrawn_at = clock_timestamp(), withdrawn_by = :by
                                    where id = :id and withdrawn_at is null
                                    """)
                            .param("id", id)
                            .param("by", by.value())
                            .update();
            if (withdrawn == 1) {
                journal.write(
                        Entry.of("announcement-withdrawn", by)
                                .with("announcement", Long.toString(id)));
            }
            return withdrawn == 1;
        });
    }

    /** Those not yet over on that day, the latest first, at most 100. */
    public List<Announcement> from(LocalDate day) {
        return jdbc.sql(
                        """
                        select id, words, from_day, until_day, made_by from announcement
                        where until_day >= :day and withdrawn_at is null
                        order by id desc limit :most
                        """)
                .param("day", day)
                .param("most", MOST_LISTED)
                .query(Announcement.class)
                .list();
    }

    /** What is said on that day, the latest first, at most two. */
    public List<Prompt> on(LocalDate day) {
        return from(day).stream()
                .filter(announcement -> !announcement.fromDay().isAfter(day))
                .limit(SAID)
                .map(announcement -> prompt(announcement.words()))
                .toList();
    }

    /** While it cannot be spoken, they are wished well in its place. */
    private static Prompt prompt(String words) {
        return Prompt.spoken(words, "check-take-care");
    }
}
