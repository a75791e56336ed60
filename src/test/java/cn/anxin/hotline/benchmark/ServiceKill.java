package cn.anxin.hotline.benchmark;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code kill -9} of the service in the middle of a round, and what became of the calls it held.
 */
final class ServiceKill {
    private static final Duration FULL_WITHIN = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final TownRound round;
    private final Instant at;
    private final long up;
    private final String channels;

    private ServiceKill(TownRound round, Instant at, long up, String channels) {
        this.round = round;
        this.at = at;
        this.up = up;
        this.channels = channels;
    }

    /**
     * As soon as so many people are confirmed, and so many others are on the line. Returns when
     * whoever watches over the service has started it again.
     */
    static ServiceKill of(TownRound round, int confirmed, int up) {
        await("enough calls are up")
                .atMost(FULL_WITHIN)
                .pollInterval(BETWEEN_LOOKS)
                .until(() ->
                        round.count("wellness_check where verdict = 'CONFIRMED'") >= confirmed
                                && callsUp(round) >= up);
        var rehearsal = round.rehearsal();
        var service = rehearsal.servicePid();
        var calls = callsUp(round);
        var channels = rehearsal.hotline().tell("core show channels count");
        var at = Instant.now();
        rehearsal.killService();
        rehearsal.awaitServiceAfter(service);
        return new ServiceKill(round, at, calls, channels.strip().replaceAll("\\s*\\R\\s*", ", "));
    }

    /** Elders who were on the line. */
    long up() {
        return up;
    }

    /** Elders who have answered, and are on the line with us. */
    private static long callsUp(TownRound round) {
        return round.rehearsal().hotline().channels().stream()
                .filter(channel -> channel.startsWith("PJSIP/trunk-"))
                .filter(channel -> channel.contains("!Up!") && channel.contains("!chk-"))
                .count();
    }

    /**
     * Attempts that were under way at the kill, by what they came to.
     *
     * @param again people of those who were called again later in the day
     */
    private record Cut(String result, int calls, int again) {

        boolean saidHowTheyAre() {
            return List.of("FINE", "HELP", "EMERGENCY").contains(result);
        }
    }

    private List<Cut> cut() {
        return round.sql()
                .sql(
                        """
                        select result, count(*) as calls, count(*) filter (where exists (
                            select from attempt later
                            where later.person_id = attempt.person_id
                                and later.placed_at > attempt.placed_at)) as again
                        from attempt
                        where placed_at <= :at and ended_at > :at
                        group by result order by result
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Cut.class)
                .list();
    }

    /** People who had said how they are, and were called again all the same. */
    int askedAgain() {
        return cut().stream().filter(Cut::saidHowTheyAre).mapToInt(Cut::again).sum();
    }

    private Instant firstCallAfter() {
        return round.sql()
                .sql("select min(placed_at) from attempt where placed_at > :at")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** At the end of the round. */
    List<String> aftermath() {
        var first = firstCallAfter();
        var lost = cut().stream().filter(cut -> cut.result().equals("LOST")).toList();
        return List.of(
                "elders on the line at the kill: " + up,
                "Asterisk's own count at the kill: " + channels,
                "calls under way at the kill, by what they came to: "
                        + cut().stream()
                                .map(cut -> cut.result() + " " + cut.calls())
                                .collect(Collectors.joining(", ")),
                "called twice because of the kill: "
                        + lost.stream().mapToInt(Cut::again).sum()
                        + " people",
                "had said how they are, and were called again: " + askedAgain(),
                "phones of the duty desk that answered while Asterisk was alone: "
                        + round.log()
                                .atTheDesk("answered", at.toEpochMilli(), first.toEpochMilli()),
                "the round's next call: %.1f s after the kill"
                        .formatted(Duration.between(at, first).toMillis() / 1000.0));
    }
}
