package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.Placement;
import cn.anxin.hotline.call.Placement.Reason;
import cn.anxin.hotline.escalation.World.Channel;
import cn.anxin.hotline.escalation.World.Key;
import cn.anxin.hotline.escalation.World.Message;
import cn.anxin.hotline.escalation.course.Happening;
import cn.anxin.hotline.journal.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that happens, whole: a transaction, a call that is placed, somebody's doing. */
sealed interface Move {

    void make(PaperRooms rooms);

    /** A node claims the worst that is due, and commits whom it will ring. */
    record Sweep(int node) implements Move {
        @Override
        public void make(PaperRooms rooms) {
            var world = rooms.world();
            var before = List.copyOf(world.incidents);
            var placings = rooms.escalation.takeOneStepOn().orElseThrow();
            world.nodes.set(node, placings);
            if (placings.isEmpty()) {
                world.incidents.stream()
                        .filter(one -> !before.contains(one) && one.course().looksForSomebody())
                        .filter(one ->
                                before.stream()
                                        .filter(was -> !was.course().hasLapsed(world.now))
                                        .anyMatch(was -> isSameStep(was, one)))
                        .forEach(one -> Laws.holdForNobodyFree(rooms, one));
            }
        }

        private static boolean isSameStep(World.Incident was, World.Incident is) {
            return was.id() == is.id()
                    && was.course().step() == is.course().step()
                    && was.course().looksForSomebody();
        }
    }

    /** A node claims news that somebody is owed. */
    record Tell(int node) implements Move {
        @Override
        public void make(PaperRooms rooms) {
            rooms.world().nodes.set(node, rooms.newsTelling.tellOne().orElseThrow());
        }
    }

    /**
     * A node dials the first of those it has committed; maybe long after.
     *
     * @param refused null: Asterisk has it
     */
    record Dial(int node, @Nullable Reason refused) implements Move {
        @Override
        public void make(PaperRooms rooms) {
            var world = rooms.world();
            var held = world.nodes.get(node);
            world.nodes.set(node, held.subList(1, held.size()));
            if (refused != null) {
                world.troubles = world.troubles.refusal();
            }
            rooms.answering(
                    refused == null ? new Placement.Accepted() : new Placement.Refused(refused));
            rooms.placed.dial(held.getFirst());
        }
    }

    /** A node dies, or is so long away that it is as good as dead, and begins anew. */
    record Crash(int node) implements Move {
        @Override
        public void make(PaperRooms rooms) {
            rooms.world().troubles = rooms.world().troubles.crash();
            rooms.world().nodes.set(node, List.of());
        }
    }

    /** Somebody takes the receiver. */
    record Answer(CallId call) implements Move {
        @Override
        public void make(PaperRooms rooms) {
            var occasion = rooms.replies.answered(call);
            var channels = rooms.world().channels;
            if (occasion instanceof Occasion.Over) {
                hangUp(rooms, call, CallOutcome.ANSWERED);
            } else {
                channels.replaceAll(one ->
                        one.call().equals(call) ? new Channel(call, one.contact(), occasion) : one);
            }
        }
    }

    /** They press it and hang up; what they said and the call's end are under way. */
    record Press(CallId call, Key key) implements Move {
        @Override
        public void make(PaperRooms rooms) {
            var channel =
                    rooms.world().channels.stream()
                            .filter(one -> one.call().equals(call))
                            .findFirst()
                            .orElseThrow();
            if (channel.occasion() != null) {
                rooms.world().underWay.add(new Message.Pressed(call, channel.occasion(), key));
            }
            hangUp(rooms, call, CallOutcome.ANSWERED);
        }
    }

    /** It stops ringing, or whoever listened hangs up without a key. */
    record HangUp(CallId call, CallOutcome outcome) implements Move {
        @Override
        public void make(PaperRooms rooms) {
            hangUp(rooms, call, outcome);
        }
    }

    private static void hangUp(PaperRooms rooms, CallId call, CallOutcome outcome) {
        rooms.world().channels.removeIf(one -> one.call().equals(call));
        rooms.world().underWay.add(new Message.Ended(call, outcome));
    }

    /** What was under way arrives, in whatever order. */
    record Arrive(Message message) implements Move {
        @Override
        public void make(PaperRooms rooms) {
            rooms.world().underWay.remove(message);
            arrive(rooms, message);
        }
    }

    /** The same twice is the same once. */
    record ArriveTwice(Message message) implements Move {
        @Override
        public void make(PaperRooms rooms) {
            rooms.world().troubles = rooms.world().troubles.again();
            rooms.world().underWay.remove(message);
            arrive(rooms, message);
            var once = new World(rooms.world());
            arrive(rooms, message);
            Laws.require(
                    once.incidents.equals(rooms.world().incidents),
                    message,
                    "changes something when it comes twice");
        }
    }

    private static void arrive(PaperRooms rooms, Message message) {
        switch (message) {
            case Message.Ended(var call, var outcome) -> rooms.tellEnd(call, outcome);
            case Message.Pressed(var call, var occasion, var key) ->
                    Keypad.press(rooms.replies, call, occasion, key);
        }
    }

    record Lose(Message message) implements Move {
        @Override
        public void make(PaperRooms rooms) {
            rooms.world().troubles = rooms.world().troubles.loss();
            rooms.world().underWay.remove(message);
        }
    }

    /** Asterisk tells all that lives. */
    record Resynchronise() implements Move {
        @Override
        public void make(PaperRooms rooms) {
            rooms.resynchronise();
        }
    }

    /** Calls whose end nobody has seen by their deadline. */
    record GiveUpOverdue() implements Move {
        @Override
        public void make(PaperRooms rooms) {
            rooms.escalation.giveUpOverdueCalls(100);
        }
    }

    /** Telephones that ring for nothing are stopped. */
    record StopRingingInVain() implements Move {
        @Override
        public void make(PaperRooms rooms) {
            rooms.calls.ringingInVain(100).forEach(rooms::hangUp);
        }
    }

    record Cause(long person, Severity severity) implements Move {
        @Override
        public void make(PaperRooms rooms) {
            rooms.open(person, severity);
        }
    }

    /** One more cause, for somebody who has one already. */
    record WorseCause(long person, Severity severity) implements Move {
        @Override
        public void make(PaperRooms rooms) {
            rooms.world().troubles = rooms.world().troubles.worsening();
            rooms.open(person, severity);
        }
    }

    record HandOver(long incident, Actor by) implements Move {
        @Override
        public void make(PaperRooms rooms) {
            rooms.world().troubles = rooms.world().troubles.word();
            rooms.incidents.handOver(incident, by, Via.CONSOLE);
        }
    }

    record TakeOnScreen(long incident) implements Move {
        @Override
        public void make(PaperRooms rooms) {
            rooms.world().troubles = rooms.world().troubles.word();
            rooms.incidents.take(incident, Actor.API, Via.CONSOLE);
        }
    }

    record SettleOnScreen(long incident) implements Move {
        @Override
        public void make(PaperRooms rooms) {
            rooms.world().troubles = rooms.world().troubles.word();
            rooms.incidents.settle(incident, Actor.API, IncidentOutcome.WELL, "");
            var before = rooms.world().incident(incident);
            var kept = rooms.rows.lock(incident).orElseThrow();
            rooms.progress.happened(kept, new Happening.Taken(Actor.API), Via.CONSOLE);
            Laws.require(
                    before.equals(rooms.world().incident(incident)),
                    before,
                    "changes after it was settled");
        }
    }

    record GoAway(Actor volunteer) implements Move {
        @Override
        public void make(PaperRooms rooms) {
            if (!rooms.world().away.add(volunteer)) {
                rooms.world().away.remove(volunteer);
            }
        }
    }

    /** A volunteer rings the hotline, or hangs up there. */
    record RingHotline(long volunteer) implements Move {
        @Override
        public void make(PaperRooms rooms) {
            if (!rooms.world().callingUs.add(volunteer)) {
                rooms.world().callingUs.remove(volunteer);
            }
        }
    }

    record Pass(Instant until) implements Move {
        @Override
        public void make(PaperRooms rooms) {
            rooms.world().now = until;
        }

        @Override
        public String toString() {
            return "Pass[" + Duration.between(World.BEGINNING, until) + "]";
        }
    }
}
