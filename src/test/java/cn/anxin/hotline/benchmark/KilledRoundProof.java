package cn.anxin.hotline.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * {@code kill -9} of the service in mid-round, with many calls up, changes nothing of what the day
 * comes to: the same round is rung twice, once undisturbed, and compared person by person.
 * Arguments: people, calls that are up at the kill. Ends with 1 if anything differs.
 */
final class KilledRoundProof {
    /** Beyond the calls that are to be up: those that ring, and talks that end. */
    private static final int MORE_CHANNELS = 30;

    private static final int RESERVE = 10;

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
    private final int wantedUp;
    private final List<String> faults = new ArrayList<>();
    private long up;
    private int askedAgain;

    private KilledRoundProof(int people, int wantedUp) {
        this.people = people;
        this.wantedUp = wantedUp;
    }

    public static void main(String[] arguments) throws IOException {
        var people = FullLinesBenchmark.number(arguments, 0, 300);
        var up = FullLinesBenchmark.number(arguments, 1, 50);
        System.exit(new KilledRoundProof(people, up).prove());
    }

    private int prove() throws IOException {
        var undisturbed = undisturbedDay();
        var killed = killedDay();
        faults.forEach(fault -> System.out.println("  " + fault));
        compare(undisturbed, killed);
        return proof(undisturbed, killed).print();
    }

    private Proof proof(DayAccount undisturbed, DayAccount killed) {
        var proof =
                new Proof("killed-round", people + " people")
                        .count("faults", faults.size(), 0)
                        .count("roster", killed.roster(), undisturbed.roster())
                        .count("people-with-another-end", killed.endsUnlike(undisturbed).size(), 0);
        undisturbed.totals().forEach((total, of) -> proof.count(total, killed.total(total), of));
        // answered, and no key: our death uses up nobody's attempts
        return proof.count("unconfirmed-attempts", killed.unconfirmed(), undisturbed.unconfirmed())
                .count("two-live-calls", killed.twoLiveCalls() + undisturbed.twoLiveCalls(), 0)
                .count("cap-violations", killed.capViolations() + undisturbed.capViolations(), 0)
                .count("channels-left", killed.channelsLeft() + undisturbed.channelsLeft(), 0)
                .count("asked-again-though-answered", askedAgain, 0)
                .atLeast("calls-up-at-the-kill", up, wantedUp);
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

    private DayAccount undisturbedDay() throws IOException {
        try (var round = start("the undisturbed day")) {
            var began = Instant.now();
            round.begin();
            return end(round, began);
        }
    }

    private DayAccount killedDay() throws IOException {
        try (var round = start("the day of the kill")) {
            var began = Instant.now();
            round.begin();
            var kill = ServiceKill.of(round, people / 10, wantedUp);
            say("killed, and started again by ops/hotline");
            var account = end(round, began);
            kill.aftermath().forEach(words -> System.out.println("  " + words));
            up = kill.up();
            askedAgain = kill.askedAgain();
            return account;
        }
    }

    private TownRound start(String day) {
        say(day + ": Asterisk, the service and a town of " + people + " start");
        var round = new TownRound(town(), wantedUp + MORE_CHANNELS + RESERVE, RESERVE);
        say("the round begins");
        return round;
    }

    private DayAccount end(TownRound round, Instant began) {
        round.awaitEnd();
        var account = DayAccount.of(round, Duration.between(began, Instant.now()));
        say("the round is over: " + account.totals());
        if (!account.faults().isEmpty()) {
            round.keepEvidence();
            faults.addAll(account.faults());
        }
        return account;
    }

    private static void compare(DayAccount undisturbed, DayAccount killed) {
        var figures = new LinkedHashMap<String, Object[]>();
        undisturbed
                .figures()
                .forEach(one -> figures.put(one.getKey(), new Object[] {one.getValue(), 0}));
        killed.figures()
                .forEach(one ->
                        figures.computeIfAbsent(one.getKey(), _ -> new Object[] {0, 0})[1] =
                                one.getValue());
        System.out.println("  %-32s %12s %12s".formatted("", "undisturbed", "kill -9"));
        figures.forEach((what, days) ->
                System.out.println("  %-32s %12s %12s".formatted(what, days[0], days[1])));
    }

    private static void say(String words) {
        System.out.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + "  " + words);
    }
}
