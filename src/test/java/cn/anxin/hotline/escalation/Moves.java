package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.Placement.Reason;
import cn.anxin.hotline.escalation.World.CallRow;
import cn.anxin.hotline.escalation.World.Channel;
import cn.anxin.hotline.escalation.World.Incident;
import cn.anxin.hotline.escalation.World.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All that can happen next. */
final class Moves {
    /** A call that young may still be on its way to Asterisk. */
    private static final Duration ON_ITS_WAY = Duration.ofMillis(5001);

    private final World world;
    private final List<Move> moves = new ArrayList<>();

    private Moves(World world) {
        this.world = world;
    }

    static List<Move> of(World world) {
        var moves = new Moves(world);
        moves.nodes();
        world.channels.forEach(moves::telephone);
        world.underWay.stream().distinct().forEach(moves::arrive);
        moves.watches();
        if (world.troubles.console() > 0) {
            world.incidents.forEach(moves::screen);
        }
        if (world.troubles.worse() > 0) {
            world.incidents.forEach(moves::worse);
        }
        nextInstant(world).map(Move.Pass::new).ifPresent(moves.moves::add);
        return moves.moves;
    }

    private void nodes() {
        for (int node = 0; node < world.nodes.size(); node++) {
            var held = world.nodes.get(node);
            if (held.isEmpty()) {
                claims(node);
            } else {
                moves.add(new Move.Dial(node, null));
                if (world.troubles.refusals() > 0) {
                    moves.add(new Move.Dial(node, Reason.LINE_DOWN));
                    moves.add(new Move.Dial(node, Reason.NO_FREE_CHANNEL));
                }
                if (world.troubles.crashes() > 0) {
                    moves.add(new Move.Crash(node));
                }
            }
        }
    }

    /** Nodes with empty hands are alike. */
    private void claims(int node) {
        if (world.nodes.subList(0, node).stream().anyMatch(List::isEmpty)) {
            return;
        }
        if (anyDue(world)) {
            moves.add(new Move.Sweep(node));
        }
        if (anyNewsDue(world)) {
            moves.add(new Move.Tell(node));
        }
    }

    static boolean anyDue(World world) {
        return world.incidents.stream().anyMatch(one -> one.course().isDue(world.now));
    }

    static boolean anyNewsDue(World world) {
        return world.news.stream()
                .anyMatch(row -> row.nextAt() != null && !row.nextAt().isAfter(world.now));
    }

    private void telephone(Channel channel) {
        var call = channel.call();
        var occasion = channel.occasion();
        if (occasion == null) {
            moves.add(new Move.Answer(call));
            moves.add(new Move.HangUp(call, CallOutcome.NO_ANSWER));
        } else {
            Keypad.keys(occasion).forEach(key -> moves.add(new Move.Press(call, key)));
            moves.add(new Move.HangUp(call, CallOutcome.ANSWERED));
        }
    }

    private void arrive(Message message) {
        moves.add(new Move.Arrive(message));
        if (world.troubles.twice() > 0) {
            moves.add(new Move.ArriveTwice(message));
        }
        if (world.troubles.lost() > 0) {
            moves.add(new Move.Lose(message));
        }
    }

    private void watches() {
        if (anyVain(world)) {
            moves.add(new Move.StopRingingInVain());
        }
        if (anyLost(world)) {
            moves.add(new Move.Resynchronise());
        }
        if (anyOverdue(world)) {
            moves.add(new Move.GiveUpOverdue());
        }
    }

    static boolean anyVain(World world) {
        Predicate<Channel> inVain =
                channel ->
                        world.calls.stream()
                                .filter(row -> row.call().equals(channel.call()))
                                .allMatch(row ->
                                        row.kind() == EscalationCalls.Kind.SUMMON
                                                && !world.incident(row.incident())
                                                        .course()
                                                        .looksForSomebody());
        return world.channels.stream().anyMatch(channel -> channel.rings() && inVain.test(channel));
    }

    static boolean anyLost(World world) {
        return world.calls.stream()
                .anyMatch(row ->
                        row.isOpen()
                                && !row.placedAt().plus(ON_ITS_WAY).isAfter(world.now)
                                && !world.isLive(row.call()));
    }

    static boolean anyOverdue(World world) {
        return world.calls.stream()
                .anyMatch(row -> row.isOpen() && !row.deadlineAt().isAfter(world.now));
    }

    private void screen(Incident incident) {
        var course = incident.course();
        if (course.taker() != null && !course.handingOver()) {
            moves.add(new Move.HandOver(incident.id(), course.taker()));
        }
        if (course.looksForSomebody()) {
            moves.add(new Move.TakeOnScreen(incident.id()));
        }
        if (course.state() != IncidentState.SETTLED) {
            moves.add(new Move.SettleOnScreen(incident.id()));
        }
    }

    private void worse(Incident incident) {
        if (incident.person() == null || incident.course().state() == IncidentState.SETTLED) {
            return;
        }
        Stream.of(Severity.MISSED_AT_RISK, Severity.HELP, Severity.EMERGENCY)
                .filter(severity -> severity.compareTo(incident.course().severity()) > 0)
                .forEach(severity -> moves.add(new Move.WorseCause(incident.person(), severity)));
    }

    /** When next something is due by the clock alone. */
    static Optional<Instant> nextInstant(World world) {
        var due = world.incidents.stream().map(one -> one.course().nextActionAt());
        var deadlines = world.calls.stream().filter(CallRow::isOpen).map(CallRow::deadlineAt);
        var lost =
                world.calls.stream()
                        .filter(row -> row.isOpen() && !world.isLive(row.call()))
                        .map(row -> row.placedAt().plus(ON_ITS_WAY));
        var news = world.news.stream().map(World.NewsRow::nextAt);
        return Stream.of(due, deadlines, lost, news)
                .flatMap(times -> times)
                .filter(Objects::nonNull)
                .filter(time -> time.isAfter(world.now))
                .min(Instant::compareTo);
    }
}
