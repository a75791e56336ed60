package cn.anxin.hotline.wellness.round;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.duework.Nudges;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.wellness.CheckOpening;
import cn.anxin.hotline.wellness.WellnessSettings;
import cn.anxin.hotline.wellness.round.RoundPlanner.Progress;
import cn.anxin.hotline.wellness.round.RoundTable.Round;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** 本日问候轮次: starts rounds by hand. Any thread. */
@Component
public class Rounds {
    private final RoundTable rounds;
    private final RoundPlanner planner;
    private final CheckOpening opening;
    private final Journal journal;
    private final Nudges nudges;
    private final HotlineSettings hotline;
    private final WellnessSettings settings;
    private final TransactionTemplate transaction;

    Rounds(
            RoundTable rounds,
            RoundPlanner planner,
            CheckOpening opening,
            Journal journal,
            Nudges nudges,
            HotlineSettings hotline,
            WellnessSettings settings,
            TransactionTemplate transaction) {
        this.rounds = rounds;
        this.planner = planner;
        this.opening = opening;
        this.journal = journal;
        this.nudges = nudges;
        this.hotline = hotline;
        this.settings = settings;
        this.transaction = transaction;
    }

    /**
     * Rings now, whatever their windows say, those whose check of today has not ended, and those
     * who were not due today.
     *
     * @param people ids; empty means everybody enrolled. Ids of nobody are passed over
     * @return how many checks are due now
     */
    public int startNow(Collection<Long> people) {
        var only = people.isEmpty() ? null : people;
        var round = rounds.daily(today());
        var progress = Progress.BEGINNING;
        while (progress.more()) {
            progress = planner.planNext(round, progress, only);
        }
        var due = 0;
        var opened = openNow(round, people, 0);
        while (opened.isPresent()) {
            due += opened.get().due();
            opened = openNow(round, people, opened.get().last());
        }
        return due;
    }

    private Optional<CheckOpening.Opened> openNow(
            Round round, Collection<Long> people, long after) {
        return transaction.execute(_ -> {
            var opened = opening.openNow(round.id(), people, after, settings.makeUp());
            opened.ifPresent(some ->
                    journal.write(
                            Entry.of("round-started", Actor.API)
                                    .with("checks", Integer.toString(some.due()))));
            return opened;
        });
    }

    /**
     * Rings a part of the town once more, from now on, also those whose check of today has ended.
     * Whoever is not reached becomes an incident as in a daily round. Returns when the round is
     * committed; its people get their checks within seconds.
     *
     * @param reason why, at most 200 characters
     * @param lasts how long people are rung before it closes
     * @return the round's id
     */
    public long startExtra(Selection selection, String reason, Actor by, Duration lasts) {
        var id =
                transaction.execute(_ -> {
                    var round = rounds.startExtra(today(), reason, by, lasts, selection);
                    journal.write(
                            Entry.of("extra-round-started", by)
                                    .with("round", Long.toString(round))
                                    .with("reason", reason));
                    nudges.nudge(RoundPlan.NAME);
                    return round;
                });
        if (id == null) {
            throw new IllegalStateException("a transaction without a result");
        }
        return id;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(rounds.now(), hotline.zone());
    }
}
