package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.escalation.World.CallRow;
import cn.anxin.hotline.escalation.World.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Two worlds with the same one go on alike: times count from now, steps from the ladder, calls by
 * their order; what is over and forgotten is left out. 128 bits, so that two that differ hardly
 * ever share one.
 */
record Fingerprint(long one, long other) {

    static Fingerprint of(PaperRooms rooms, World world) {
        var text = new Text(rooms, world).toString();
        long one = 0xcbf29ce484222325L;
        long other = 0x9e3779b97f4a7c15L;
        for (int i = 0; i < text.length(); i++) {
            one = (one ^ text.charAt(i)) * 0x100000001b3L;
            other = Long.rotateLeft(other ^ text.charAt(i), 23) * 0xff51afd7ed558ccdL;
        }
        return new Fingerprint(one, other);
    }

    private static final class Text {
        private final PaperRooms rooms;
        private final World world;
        private final StringBuilder text = new StringBuilder(300);
        private final Map<CallId, Integer> names = new HashMap<>();

        Text(PaperRooms rooms, World world) {
            this.rooms = rooms;
            this.world = world;
            world.incidents.forEach(this::incident);
            world.calls.forEach(this::call);
            world.news.stream()
                    .filter(row -> row.nextAt() != null)
                    .forEach(row ->
                            add(row.incident(), row.whom(), row.news(), row.tries())
                                    .add(since(row.nextAt())));
            world.nodes.stream()
                    .map(held ->
                            held.stream()
                                    .map(one -> name(one.call()))
                                    .collect(Collectors.joining()))
                    .sorted()
                    .forEach(this::add);
            world.channels.forEach(one -> add(name(one.call()), one.occasion()));
            world.underWay.stream()
                    .map(one -> one.toString().replace(one.call().value(), name(one.call())))
                    .sorted()
                    .forEach(this::add);
            add(world.troubles, world.away, world.callingUs);
        }

        private void incident(Incident incident) {
            var course = incident.course();
            add(incident.id(), course.severity(), course.state(), place(incident))
                    .add(course.taker(), course.handingOver(), course.asked())
                    .add(since(course.lapsesAt()), since(course.nextActionAt()));
        }

        /** Beyond the first lap, in which of the wider ones does not matter. */
        private int place(Incident incident) {
            var course = incident.course();
            var ladder = rooms.ladders.of(course.severity(), incident.person());
            var wide = course.place() - ladder.inTurn().size();
            return wide < 0
                    ? course.place()
                    : ladder.inTurn().size() + wide % ladder.wider().size();
        }

        private void call(CallRow row) {
            var ago = world.incident(row.incident()).course().step() - row.step();
            if (!row.isOpen() && ago > 1) {
                if (row.answer() == EscalationCalls.KeyAnswer.DECLINED) {
                    add(row.incident(), row.contact().actor());
                }
                return;
            }
            names.putIfAbsent(row.call(), names.size());
            add(name(row.call()), row.incident(), Math.min(ago, 2), row.contact().actor())
                    .add(row.kind(), row.answered(), row.answer(), row.outcome());
            if (row.isOpen()) {
                var age = Duration.between(row.placedAt(), world.now);
                add(since(row.deadlineAt()), Math.min(age.toSeconds(), 6));
            }
        }

        private String name(CallId call) {
            return "c" + names.getOrDefault(call, -1);
        }

        private Object since(@Nullable Instant time) {
            return time == null ? "-" : Math.max(0, Duration.between(world.now, time).toMillis());
        }

        private Text add(@Nullable Object... parts) {
            for (var part : parts) {
                text.append(part).append(',');
            }
            text.append(';');
            return this;
        }

        private Text add(List<String> parts) {
            return add(parts.toArray());
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
