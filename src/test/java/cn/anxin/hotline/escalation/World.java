package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.escalation.EscalationCalls.KeyAnswer;
import cn.anxin.hotline.escalation.EscalationCalls.Kind;
import cn.anxin.hotline.escalation.course.Course;
import cn.anxin.hotline.escalation.course.Effect.News;
import cn.anxin.hotline.escalation.ladder.Contact;
import cn.anxin.hotline.journal.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All there is at one moment: what PostgreSQL keeps, what the nodes hold in their hands, what the
 * telephone network does, and what is under way between them. Its elements never change; a copy is
 * cheap.
 */
final class World {
    static final Instant BEGINNING = Instant.parse("2026-03-02T02:00:00Z");

    Instant now = BEGINNING;
    long lastId;

    // kept by PostgreSQL
    final List<Incident> incidents = new ArrayList<>();
    final List<CallRow> calls = new ArrayList<>();
    final List<NewsRow> news = new ArrayList<>();

    // in the memory of each node: committed, and not dialled yet
    final List<List<Placing>> nodes = new ArrayList<>();

    // out there
    final List<Channel> channels = new ArrayList<>();
    final List<Message> underWay = new ArrayList<>();
    final Set<Actor> away = new HashSet<>();
    final Set<Long> callingUs = new HashSet<>();

    /** How much may still go wrong. */
    Troubles troubles = Troubles.NONE;

    World(int nodes) {
        for (int node = 0; node < nodes; node++) {
            this.nodes.add(List.of());
        }
    }

    World(World other) {
        now = other.now;
        lastId = other.lastId;
        incidents.addAll(other.incidents);
        calls.addAll(other.calls);
        news.addAll(other.news);
        nodes.addAll(other.nodes);
        channels.addAll(other.channels);
        underWay.addAll(other.underWay);
        away.addAll(other.away);
        callingUs.addAll(other.callingUs);
        troubles = other.troubles;
    }

    /**
     * @param course without its calls: they follow from the rows
     * @param takenBy and through which channel
     */
    record Incident(
            long id,
            @Nullable Long person,
            Course course,
            @Nullable Actor takenBy,
            @Nullable Via via) {}

    record CallRow(
            CallId call,
            long incident,
            int step,
            Contact contact,
            Kind kind,
            boolean leads,
            Instant placedAt,
            Instant deadlineAt,
            boolean answered,
            @Nullable KeyAnswer answer,
            @Nullable CallOutcome outcome) {

        boolean isOpen() {
            return outcome == null;
        }

        boolean isUndecided() {
            return isOpen() && kind == Kind.SUMMON && answer == null;
        }
    }

    /**
     * @param nextAt null once they have heard it, or it was tried often enough
     */
    record NewsRow(
            long id, long incident, Actor whom, News news, int tries, @Nullable Instant nextAt) {}

    /**
     * A telephone that rings, or is held to somebody's ear.
     *
     * @param occasion what they are told; null while it rings
     */
    record Channel(CallId call, Contact contact, @Nullable Occasion occasion) {
        boolean rings() {
            return occasion == null;
        }
    }

    /** Late, twice, in another order, or never. */
    sealed interface Message {
        CallId call();

        record Ended(CallId call, CallOutcome outcome) implements Message {}

        /** A key whose commit takes its time. */
        record Pressed(CallId call, Occasion occasion, Key key) implements Message {}
    }

    /** What somebody on the phone can want. */
    enum Key {
        TAKE_ALL,
        TAKE_ONE,
        DECLINE,
        TALK_WITH_DESK,
        SEEN,
        SETTLE,
        NEEDS_TIME,
        GIVE_UP,
        HEARD
    }

    Incident incident(long id) {
        return incidents.stream().filter(one -> one.id() == id).findFirst().orElseThrow();
    }

    void put(Incident changed) {
        incidents.replaceAll(one -> one.id() == changed.id() ? changed : one);
    }

    boolean isLive(CallId call) {
        return channels.stream().anyMatch(channel -> channel.call().equals(call));
    }
}
