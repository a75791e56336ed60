package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.escalation.EscalationCalls.Kind;
import cn.anxin.hotline.escalation.World.CallRow;
import cn.anxin.hotline.escalation.World.Channel;
import cn.anxin.hotline.escalation.World.Incident;
import cn.anxin.hotline.escalation.course.Course;
import cn.anxin.hotline.journal.Actor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What holds in every state, whatever has gone wrong before it. */
final class Laws {

    private Laws() {}

    static void hold(World world) {
        world.incidents.forEach(Laws::holdForARow);
        oneLiveCallEach(world);
        everyChannelIsKnown(world);
        nobodyIsRungTwiceForAStep(world);
    }

    /** Steps never run out; a taker has a name, a channel and a deadline. */
    static void holdForARow(Incident incident) {
        var course = incident.course();
        var settled = course.state() == IncidentState.SETTLED;
        require(settled == (course.nextActionAt() == null), incident, "has no next step");
        var held = isHeld(course);
        require(held == (course.lapsesAt() != null), incident, "is held without a deadline");
        require(
                !held || (incident.takenBy() != null && incident.via() != null),
                incident,
                "is held by nobody");
        require(held || settled || course.taker() == null, incident, "has a taker and is not held");
        require(held || !course.handingOver(), incident, "is handed over by nobody");
        require(
                course.lapsesAt() == null || !course.lapsesAt().isBefore(course.nextActionAt()),
                incident,
                "is due after it lapses");
        require(
                course.ladderFrom() >= 0 && course.ladderFrom() <= course.step(),
                incident,
                "stands below its ladder");
    }

    private static boolean isHeld(Course course) {
        return course.state() == IncidentState.TAKEN || course.state() == IncidentState.SEEN;
    }

    private static void oneLiveCallEach(World world) {
        Map<Actor, CallId> ringing = new HashMap<>();
        for (var row : world.calls) {
            if (row.isOpen() && row.leads()) {
                var other = ringing.put(row.contact().actor(), row.call());
                require(other == null, row, "and another are live with the same person");
            }
        }
        Set<Actor> onThePhone = new HashSet<>();
        for (Channel channel : world.channels) {
            require(
                    onThePhone.add(channel.contact().actor()),
                    channel,
                    "and another ring the same telephone");
        }
    }

    /** Invariant 10: what rings was committed, and its end is awaited. */
    private static void everyChannelIsKnown(World world) {
        for (var channel : world.channels) {
            require(
                    world.calls.stream()
                            .anyMatch(row -> row.call().equals(channel.call()) && row.isOpen()),
                    channel,
                    "rings, and nobody waits for its end");
        }
    }

    private static void nobodyIsRungTwiceForAStep(World world) {
        Set<String> steps = new HashSet<>();
        for (var row : world.calls) {
            if (row.kind() == Kind.SUMMON && row.outcome() != CallOutcome.LOST) {
                var step = row.incident() + " " + row.step() + " " + row.contact().actor();
                require(steps.add(step), row, "rings somebody twice for one step");
            }
        }
    }

    static void holdForADial(World world, CallRow row) {
        require(row.isOpen(), row, "is dialled after it was given up");
        require(
                world.channels.stream().noneMatch(channel -> channel.call().equals(row.call())),
                row,
                "is dialled twice");
    }

    /** An empty rung costs no time: who says that everybody is busy is right. */
    static void holdForNobodyFree(PaperRooms rooms, Incident incident) {
        var course = incident.course();
        var world = rooms.world();
        var past = rooms.calls.past(incident.id(), course.step());
        var free =
                rooms.ladders
                        .of(course.severity(), incident.person())
                        .everybody(contact ->
                                contact.role().isOnDuty()
                                        && !rooms.calls.onCall().contains(contact.actor())
                                        && !past.rungInThisStep().contains(contact.actor())
                                        && !contact.actor().equals(course.taker()));
        require(free.isEmpty(), incident, "waits though " + free + " could be rung");
        require(world.now.isBefore(course.nextActionAt()), incident, "is due still");
    }

    static void require(boolean holds, Object what, String breach) {
        if (!holds) {
            throw new AssertionError(what + " " + breach);
        }
    }
}
