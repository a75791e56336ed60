package cn.anxin.hotline.wellness.round;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.duework.DueWork;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.people.pause.PauseSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells once for each of the {@link AloneEndings} that the day comes, is here, and has passed, at
 * the hour at which ended pauses are told. What was missed while we were dead is told late.
 */
@Component
class AloneEndingNews implements DueWork {
    /** Nobody's day comes by the second. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Journal journal;
    private final HotlineSettings hotline;
    private final PauseSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private Instant looked = Instant.EPOCH;

    AloneEndingNews(
            JdbcClient jdbc,
            Journal journal,
            HotlineSettings hotline,
            PauseSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.hotline = hotline;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Told(long personId, LocalDate aloneUntil, String told) {}

    @Override
    public String name() {
        return "alone-endings";
    }

    @Override
    public int sweep(int limit) {
        var now = clock.instant();
        // a clock that was set back must not put it off
        if (!now.isBefore(looked) && now.isBefore(looked.plus(PAUSE))) {
            return 0;
        }
        Integer told =
                transaction.execute(_ -> {
                    var some = tell(limit);
                    journal.write(some.stream().map(AloneEndingNews::entry).toList());
                    return some.size();
                });
        if (told == null || told < limit) {
            looked = now;
        }
        return told == null ? 0 : told;
    }

    private List<Told> tell(int limit) {
        return jdbc.sql(
                        """
                        with town as (
                            select (now() at time zone :zone)::date as today,
                                (now() at time zone :zone)::time as hour
                        )
                        insert into alone_ending (person_id, alone_until, told)
                        select person.id, person.alone_until, %1$s
                        from person cross join town
                        where hour >= :tell and %2$s
                            and not exists (select from alone_ending
                                where alone_ending.person_id = person.id
                                    and alone_ending.alone_until = person.alone_until
                                    and told = %1$s)
                        order by person.id
                        limit :limit
                        on conflict do nothing
                        returning person_id, alone_until, told
                        """
                                .formatted(AloneEndings.WHEN, AloneEndings.NEAR))
                .param("zone", hotline.zone().getId())
                .param("tell", settings.tell())
                .param("limit", limit)
                .query(Told.class)
                .list();
    }

    private static Entry entry(Told told) {
        return Entry.of("alone-ends-" + told.told().toLowerCase(Locale.ROOT), Actor.SYSTEM)
                .about(told.personId())
                .with("until", told.aloneUntil().toString());
    }
}
