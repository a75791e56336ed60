package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.escalation.World.Channel;
import cn.anxin.hotline.escalation.World.Key;
import cn.anxin.hotline.journal.Actor;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * From now on nothing goes wrong any more, and only these people answer, with 1. Somebody then has
 * every incident after a bounded number of moves.
 */
final class FairRun {
    private final PaperRooms rooms;
    private final Predicate<Actor> answers;
    private final Key whenAsked;

    FairRun(PaperRooms rooms, Predicate<Actor> answers, Key whenAsked) {
        this.rooms = rooms;
        this.answers = answers;
        this.whenAsked = whenAsked;
    }

    /** The rooms' world goes on; fails if somebody is still looked for after so many moves. */
    void untilNobodyIsLookedFor(int moves) {
        until(
                world -> world.incidents.stream().noneMatch(one -> one.course().looksForSomebody()),
                moves);
    }

    void untilAllIsSettled(int moves) {
        until(
                world ->
                        world.incidents.stream()
                                .allMatch(one -> one.course().state() == IncidentState.SETTLED),
                moves);
    }

    private void until(Predicate<World> end, int moves) {
        rooms.world().troubles = Troubles.NONE;
        for (int made = 0; made < moves; made++) {
            if (end.test(rooms.world())) {
                return;
            }
            var next = next(rooms.world());
            if (next.isEmpty()) {
                break;
            }
            next.get().make(rooms);
            Laws.hold(rooms.world());
        }
        throw new AssertionError(
                "nobody has it, though somebody answers: " + rooms.world().incidents);
    }

    private Optional<Move> next(World world) {
        if (!world.underWay.isEmpty()) {
            return Optional.of(new Move.Arrive(world.underWay.getFirst()));
        }
        for (int node = 0; node < world.nodes.size(); node++) {
            if (!world.nodes.get(node).isEmpty()) {
                return Optional.of(new Move.Dial(node, null));
            }
        }
        if (Moves.anyVain(world)) {
            return Optional.of(new Move.StopRingingInVain());
        }
        if (Moves.anyOverdue(world)) {
            return Optional.of(new Move.GiveUpOverdue());
        }
        if (Moves.anyLost(world)) {
            return Optional.of(new Move.Resynchronise());
        }
        if (!world.channels.isEmpty()) {
            return Optional.of(telephone(world.channels.getFirst()));
        }
        if (Moves.anyDue(world)) {
            return Optional.of(new Move.Sweep(0));
        }
        if (Moves.anyNewsDue(world)) {
            return Optional.of(new Move.Tell(0));
        }
        return Moves.nextInstant(world).map(Move.Pass::new);
    }

    private Move telephone(Channel channel) {
        var call = channel.call();
        var occasion = channel.occasion();
        if (occasion == null) {
            return answers.test(channel.contact().actor())
                    ? new Move.Answer(call)
                    : new Move.HangUp(call, CallOutcome.NO_ANSWER);
        }
        return switch (occasion) {
            case Occasion.Summons _ when answers.test(channel.contact().actor()) ->
                    new Move.Press(call, Key.TAKE_ALL);
            case Occasion.Asking _ when answers.test(channel.contact().actor()) ->
                    new Move.Press(call, whenAsked);
            case Occasion.Telling _ -> new Move.Press(call, Key.HEARD);
            default -> new Move.HangUp(call, CallOutcome.ANSWERED);
        };
    }
}
