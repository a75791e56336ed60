package cn.anxin.hotline.escalation;

import cn.anxin.hotline.duework.Nudges;
import cn.anxin.hotline.escalation.World.NewsRow;
import cn.anxin.hotline.escalation.course.Effect.News;
import cn.anxin.hotline.journal.Actor;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What {@link OwedNews} asks of PostgreSQL, of a {@link World}. */
final class PaperNews extends OwedNews {
    private final Supplier<World> world;

    PaperNews(Supplier<World> world) {
        super(PaperRooms.nobodyAsks(), new Nudges());
        this.world = world;
    }

    @Override
    void owe(long incident, Actor whom, News news) {
        if (!whom.equals(Actor.API) && !whom.equals(Actor.SYSTEM)) {
            var now = world.get();
            now.news.add(new NewsRow(++now.lastId, incident, whom, news, 0, now.now));
        }
    }

    @Override
    Optional<Owed> claimDue() {
        return world.get().news.stream()
                .filter(row -> row.nextAt() != null && !row.nextAt().isAfter(world.get().now))
                .min(Comparator.comparing(NewsRow::nextAt))
                .map(row ->
                        new Owed(row.id(), row.incident(), row.whom(), row.news(), row.tries()));
    }

    @Override
    void tried(Owed owed) {
        var next = world.get().now.plus(Duration.ofMinutes(2));
        change(
                row -> row.id() == owed.id(),
                row ->
                        new NewsRow(
                                row.id(),
                                row.incident(),
                                row.whom(),
                                row.news(),
                                owed.tries() + 1,
                                next));
    }

    @Override
    void later(Owed owed, Duration pause) {
        var next = world.get().now.plus(pause);
        change(
                row -> row.id() == owed.id(),
                row ->
                        new NewsRow(
                                row.id(),
                                row.incident(),
                                row.whom(),
                                row.news(),
                                row.tries(),
                                next));
    }

    @Override
    void giveUp(Owed owed) {
        change(row -> row.id() == owed.id(), PaperNews::done);
    }

    @Override
    Optional<News> latest(long incident, Actor whom) {
        return world.get().news.stream()
                .filter(row -> isOwed(row, incident, whom))
                .max(Comparator.comparing(NewsRow::id))
                .map(NewsRow::news);
    }

    @Override
    void told(long incident, Actor whom) {
        change(row -> isOwed(row, incident, whom), PaperNews::done);
    }

    private static boolean isOwed(NewsRow row, long incident, Actor whom) {
        return row.incident() == incident && row.whom().equals(whom) && row.nextAt() != null;
    }

    private static NewsRow done(NewsRow row) {
        return new NewsRow(row.id(), row.incident(), row.whom(), row.news(), row.tries(), null);
    }

    private void change(Predicate<NewsRow> which, UnaryOperator<NewsRow> how) {
        world.get().news.replaceAll(row -> which.test(row) ? how.apply(row) : row);
    }
}
