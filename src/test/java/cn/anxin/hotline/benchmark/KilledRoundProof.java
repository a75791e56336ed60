package cn.anxin.hotline.benchmark;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * {@code kill -9} of the service in mid-round, with many calls up, changes nothing of what the day
 * comes to: the same round is rung twice, once undisturbed, and compared person by person.
 * Arguments: people, calls that are up at the kill. Ends with 1 if anything differs.
 */
final class KilledRoundProof {
    /** Beyond the calls that are up: those that ring, and talks that end. */
    private static final int MORE_CHANNELS = 30;

    private static final int RESERVE = 10;
    private static final Duration FULL_WITHIN = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /** Whoever does not say that they are well has an incident in the end. */
    private static final List<String> NOT_WELL =
            List.of(
                    "never-answers",
                    "presses 2 7 10",
                    "busy",
                    "rejects",
                    "switched-off",
                    "presses 0 5 10",
                    "no-such-number",
                    "hangs-up 5");

    private final int people;
    private final int up;

    private KilledRoundProof(int people, int up) {
        this.people = people;
        this.up = up;
    }

    public static void main(String[] arguments) throws IOException {
        var proof =
                new KilledRoundProof(
                        FullLinesBenchmark.number(arguments, 0, 300),
                        FullLinesBenchmark.number(arguments, 1, 50));
        System.exit(proof.holds() ? 0 : 1);
    }

    private boolean holds() throws IOException {
        var undisturbed = undisturbed();
        var killed = killed();
        var faults = new ArrayList<String>();
        undisturbed.faults("undisturbed", faults);
        killed.faults("killed", faults);
        if (!undisturbed.verdicts().equals(killed.verdicts())) {
            faults.add("the two days differ");
        }
        if (undisturbed.unconfirmed() != killed.unconfirmed()) {
            faults.add("our death used up somebody's attempts");
        }
        tell(undisturbed, killed);
        faults.forEach(fault -> System.out.println("  MISMATCH " + fault));
        System.out.println(
                faults.isEmpty()
                        ? "  the same day: every person's end, and so every total"
                        : "  NOT the same day");
        return faults.isEmpty();
    }

    /**
     * Eight in ten press 1 each time they are reached, some of them slow to the telephone or out
     * when it first rings. The others each in their own way do not.
     */
    private List<Neighbour> town() {
        return IntStream.rangeClosed(1, people).mapToObj(KilledRoundProof::neighbour).toList();
    }

    private static Neighbour neighbour(int place) {
        if (place % 5 == 0) {
            return new Neighbour(place, NOT_WELL.get(place / 5 % NOT_WELL.size()), "ESCALATED");
        }
        var well = "presses 1 " + (7 + place % 8);
        return new Neighbour(
                place,
                switch (place % 10) {
                    case 1 -> "answers-after 8 " + well;
                    case 2 -> "answers-on-try 2 " + well;
                    default -> well;
                },
                "CONFIRMED");
    }

    private Account undisturbed() throws IOException {
        say("the undisturbed day: Asterisk, the service and a town of " + people + " start");
        try (var round = new TownRound(town(), up + MORE_CHANNELS + RESERVE, RESERVE)) {
            var began = Instant.now();
            round.begin();
            say("the round has begun");
            round.awaitEnd();
            say("the round is over");
            return Account.of(round, began);
        }
    }

    private Account killed() throws IOException {
        say("the day with kill -9: the same town starts anew");
        try (var round = new TownRound(town(), up + MORE_CHANNELS + RESERVE, RESERVE)) {
            var began = Instant.now();
            round.begin();
            say("the round has begun");
            var kill = kill(round);
            round.awaitEnd();
            say("the round is over");
            tell(round, kill);
            return Account.of(round, began);
        }
    }

    private record Kill(Instant at, Instant healthy) {}

    private Kill kill(TownRound round) {
        var rehearsal = round.rehearsal();
        await("enough calls are up")
                .atMost(FULL_WITHIN)
                .pollInterval(BETWEEN_LOOKS)
                .until(() ->
                        round.count("wellness_check where verdict = 'CONFIRMED'") >= people / 10
                                && callsUp(round) >= up);
        var calls = callsUp(round);
        var channels = rehearsal.hotline().tell("core show channels count");
        var before = rehearsal.servicePid();
        var at = Instant.now();
        rehearsal.killService();
        say("kill -9 of the service (pid " + before + ") with " + calls + " elders on the line");
        say("Asterisk at that moment: " + channels.strip().replaceAll("\\s*\\R\\s*", ", "));
        rehearsal.awaitServiceAfter(before);
        var healthy = Instant.now();
        say("ops/hotline has started it again; healthy after %s".formatted(seconds(at, healthy)));
        return new Kill(at, healthy);
    }

    /** Elders who have answered, and are on the line with us. */
    private static long callsUp(TownRound round) {
        return round.rehearsal().hotline().channels().stream()
                .filter(channel -> channel.startsWith("PJSIP/trunk-"))
                .filter(channel -> channel.contains("!Up!") && channel.contains("!chk-"))
                .count();
    }

    private static void tell(TownRound round, Kill kill) {
        var at = kill.at().atOffset(ZoneOffset.UTC);
        var cut = new TreeMap<String, String>();
        var again = new int[1];
        round.sql()
                .sql(
                        """
                        select result, count(*), count(*) filter (where exists (
                            select from attempt later
                            where later.person_id = attempt.person_id
                                and later.placed_at > attempt.placed_at)) as again
                        from attempt
                        where placed_at <= :at and ended_at > :at
                        group by result
                        """)
                .param("at", at)
                .query((row, _) -> {
                    again[0] += row.getString(1).equals("LOST") ? row.getInt(3) : 0;
                    return cut.put(row.getString(1), row.getInt(2) + "");
                })
                .list();
        var first =
                round.sql()
                        .sql("select min(placed_at) from attempt where placed_at > :at")
                        .param("at", at)
                        .query(java.time.OffsetDateTime.class)
                        .single()
                        .toInstant();
        var from = kill.at().toEpochMilli();
        var until = first.toEpochMilli();
        say("calls under way at the kill, by what they came to: " + cut);
        say("people called a second time because of the kill: " + again[0]);
        say(
                "brought to the duty desk by Asterisk alone meanwhile: "
                        + round.log().atTheDesk("answered", from, until));
        say("the first call of the round after the kill: %s".formatted(seconds(kill.at(), first)));
    }

    /** What one day came to. */
    private record Account(
            int roster,
            Map<String, Integer> totals,
            Map<String, String> verdicts,
            List<String> unlikeTheirFates,
            int withoutCheck,
            int escalatedWithoutIncident,
            int attemptsAtOnce,
            List<String> rungTwiceAtOnce,
            int unended,
            int channelsLeft,
            int alarms,
            long trunkCalls,
            Map<String, Integer> results,
            Duration took) {

        static Account of(TownRound round, Instant began) {
            var sum = round.sum();
            var totals = new TreeMap<String, Integer>();
            sum.path("totals")
                    .properties()
                    .forEach(e -> totals.put(e.getKey(), e.getValue().asInt()));
            var verdicts = round.verdicts();
            var unlike =
                    round.expected().entrySet().stream()
                            .filter(fate -> !fate.getValue().equals(verdicts.get(fate.getKey())))
                            .map(fate ->
                                    fate.getKey()
                                            + " should be "
                                            + fate.getValue()
                                            + ", is "
                                            + verdicts.get(fate.getKey()))
                            .sorted()
                            .toList();
            var log = round.log();
            return new Account(
                    sum.path("roster").asInt(),
                    totals,
                    verdicts,
                    unlike,
                    round.count(
                            "person where not exists (select from wellness_check where person_id = person.id)"),
                    round.count(
                            """
                            wellness_check c where verdict = 'ESCALATED' and not exists (
                                select from incident
                                where incident.id = c.incident_id and person_id = c.person_id)
                            """),
                    round.count(
                            """
                            attempt one join attempt other on other.person_id = one.person_id
                                and other.call_id > one.call_id
                                and tstzrange(other.placed_at, other.ended_at)
                                    && tstzrange(one.placed_at, one.ended_at)
                            """),
                    log.rungTwiceAtOnce(),
                    log.unended().size(),
                    round.channelsLeft(),
                    round.count("alarm"),
                    log.begun(),
                    round.results(),
                    Duration.between(began, Instant.now()));
        }

        /** Answered, and no key: only those count who hang up by themselves. */
        int unconfirmed() {
            return results.getOrDefault("UNCONFIRMED", 0);
        }

        void faults(String day, List<String> faults) {
            unlikeTheirFates.forEach(one -> faults.add(day + ": " + one));
            if (totals.values().stream().mapToInt(Integer::intValue).sum() != roster) {
                faults.add(day + ": the totals are not the roster");
            }
            if (withoutCheck + escalatedWithoutIncident > 0) {
                faults.add(day + ": somebody fell through");
            }
            if (attemptsAtOnce + rungTwiceAtOnce.size() > 0) {
                faults.add(day + ": two live calls to one person " + rungTwiceAtOnce);
            }
            if (unended + channelsLeft > 0) {
                faults.add(day + ": calls that never ended");
            }
        }
    }

    private static void tell(Account undisturbed, Account killed) {
        row("", "undisturbed", "kill -9");
        row("roster", undisturbed.roster(), killed.roster());
        for (var total : undisturbed.totals().keySet()) {
            row(
                    total,
                    undisturbed.totals().getOrDefault(total, 0),
                    killed.totals().getOrDefault(total, 0));
        }
        row(
                "end not as the fate",
                undisturbed.unlikeTheirFates().size(),
                killed.unlikeTheirFates().size());
        row("without a check", undisturbed.withoutCheck(), killed.withoutCheck());
        row(
                "escalated without incident",
                undisturbed.escalatedWithoutIncident(),
                killed.escalatedWithoutIncident());
        row(
                "two live attempts, by database",
                undisturbed.attemptsAtOnce(),
                killed.attemptsAtOnce());
        row(
                "two live calls, by carrier",
                undisturbed.rungTwiceAtOnce().size(),
                killed.rungTwiceAtOnce().size());
        row("calls without an end", undisturbed.unended(), killed.unended());
        row("channels left", undisturbed.channelsLeft(), killed.channelsLeft());
        row("alarms of a line or area", undisturbed.alarms(), killed.alarms());
        row("calls over the trunk", undisturbed.trunkCalls(), killed.trunkCalls());
        for (var result : all(undisturbed.results(), killed.results())) {
            row(
                    "attempts " + result,
                    undisturbed.results().getOrDefault(result, 0),
                    killed.results().getOrDefault(result, 0));
        }
        row("took", undisturbed.took().toSeconds() + " s", killed.took().toSeconds() + " s");
    }

    private static List<String> all(Map<String, Integer> one, Map<String, Integer> other) {
        var all = new TreeMap<>(one);
        all.putAll(other);
        return List.copyOf(all.keySet());
    }

    private static void row(String what, Object undisturbed, Object killed) {
        System.out.println("  %-34s %12s %12s".formatted(what, undisturbed, killed));
    }

    private static String seconds(Instant from, Instant until) {
        return "%.1f s".formatted(Duration.between(from, until).toMillis() / 1000.0);
    }

    private static void say(String words) {
        System.out.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + "  " + words);
    }
}
