package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.CallEnded;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.Dialer;
import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.call.LiveCalls;
import cn.anxin.hotline.call.OutboundCall;
import cn.anxin.hotline.call.Placement;
import cn.anxin.hotline.duework.Nudges;
import cn.anxin.hotline.escalation.World.Channel;
import cn.anxin.hotline.escalation.World.Message;
import cn.anxin.hotline.escalation.course.Course;
import cn.anxin.hotline.escalation.course.Happening;
import cn.anxin.hotline.escalation.ladder.Ladders;
import cn.anxin.hotline.escalation.ladder.PaperContacts;
import cn.anxin.hotline.escalation.ladder.PaperLadders;
import cn.anxin.hotline.escalation.phone.NoBriefing;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.CallLog;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.people.PaperAbsences;
import cn.anxin.hotline.testing.TestSeal;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The escalation room's own classes, every one that decides, around a {@link World} instead of
 * PostgreSQL and Asterisk. A transaction is one step: rows are locked before they are read, so what
 * happens in two at once happens in one order or the other.
 */
final class PaperRooms implements Dialer {
    private World world = new World(1);
    private Placement placement = new Placement.Accepted();

    final EscalationSettings settings;
    final PaperTown town;
    final Ladders ladders;
    final PaperIncidentRows rows;
    final PaperCalls calls;
    final IncidentProgress progress;
    final Incidents incidents;
    final Escalation escalation;
    final NewsTelling newsTelling;
    final EscalationCallEnd callEnd;
    final EscalationReplies replies;
    final CallPlacing placed;

    PaperRooms(PaperTown town, Map<String, String> settings) {
        this.town = town;
        this.settings =
                new Binder(new MapConfigurationPropertySource(settings))
                        .bindOrCreate("escalation", EscalationSettings.class);
        ladders = new PaperLadders(this.settings, town::around);
        rows = new PaperIncidentRows(this::world, town);
        calls = new PaperCalls(this::world);
        var news = new PaperNews(this::world);
        var nudges = new Nudges();
        var journal = new PaperJournal();
        var callLog = new PaperCallLog();
        var causes = new PaperCauses();
        progress = new IncidentProgress(rows, news, this.settings, journal, nudges);
        incidents = new PaperIncidents(causes, journal, nudges);
        var hotline =
                new HotlineSettings(Path.of("target"), "58958808", ZoneId.of("Asia/Shanghai"));
        var reach =
                new Reach(
                        ladders,
                        calls,
                        causes,
                        new PaperAbsences(() -> world.away),
                        callLog,
                        this.settings,
                        hotline);
        var intents = new CallIntents(calls, callLog, journal, this.settings);
        var rungCalls = new RungCalls(reach, rows, calls, intents, progress, this.settings);
        var atOnce = new AtOnce();
        var clock = Clock.tickMillis(ZoneOffset.UTC);
        callEnd = new EscalationCallEnd(calls, rows, progress, reach, journal, atOnce);
        placed =
                new CallPlacing(
                        this,
                        new NoBriefing(),
                        rows,
                        progress,
                        calls,
                        callEnd,
                        callLog,
                        atOnce,
                        clock);
        var contacts = new PaperContacts(town.contacts());
        escalation =
                new Escalation(
                        rows,
                        progress,
                        rungCalls,
                        intents,
                        calls,
                        callEnd,
                        placed,
                        contacts,
                        callLog,
                        this,
                        this.settings,
                        atOnce,
                        clock);
        newsTelling =
                new NewsTelling(
                        news,
                        rows,
                        calls,
                        intents,
                        placed,
                        contacts,
                        journal,
                        this.settings,
                        atOnce);
        replies =
                new EscalationReplies(
                        calls, reach, rows, progress, incidents, news, journal, atOnce);
    }

    World world() {
        return world;
    }

    /** From now on these rooms work on this one. */
    void enter(World entered) {
        world = entered;
    }

    /** A cause has shown. */
    void open(long person, Severity severity) {
        var open =
                world.incidents.stream()
                        .filter(one -> Long.valueOf(person).equals(one.person()))
                        .filter(one -> one.course().state() != IncidentState.SETTLED)
                        .findFirst();
        if (open.isPresent()) {
            var kept = rows.lock(open.get().id()).orElseThrow();
            progress.happened(kept, new Happening.CauseJoined(severity), null);
        } else {
            world.incidents.add(
                    new World.Incident(
                            ++world.lastId,
                            person,
                            Course.opened(severity, world.now),
                            null,
                            null));
        }
    }

    /** Asterisk tells what lives. */
    void resynchronise() {
        var live = world.channels.stream().map(Channel::call).collect(Collectors.toSet());
        callEnd.resynchronised(new LiveCalls(live, world.now));
    }

    void tellEnd(CallId call, CallOutcome outcome) {
        callEnd.ended(new CallEnded(call, outcome, 0, 0, world.now));
    }

    /** What the line answers to the next call. */
    void answering(Placement next) {
        placement = next;
    }

    @Override
    public Placement dial(OutboundCall call) {
        if (placement instanceof Placement.Accepted) {
            var row =
                    world.calls.stream()
                            .filter(one -> one.call().equals(call.id()))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("dialled before committed"));
            Laws.holdForADial(world, row);
            world.channels.add(new Channel(call.id(), row.contact(), null));
        }
        return placement;
    }

    @Override
    public void hangUp(CallId call) {
        if (world.channels.removeIf(channel -> channel.call().equals(call))) {
            world.underWay.add(new Message.Ended(call, CallOutcome.CANCELLED));
        }
    }

    @Override
    public int free(CallPurpose purpose) {
        return 100;
    }

    @Override
    public Optional<Duration> freeIn(CallPurpose purpose) {
        return Optional.empty();
    }

    static JdbcClient nobodyAsks() {
        return (JdbcClient)
                Proxy.newProxyInstance(
                        PaperRooms.class.getClassLoader(),
                        new Class<?>[] {JdbcClient.class},
                        (_, method, _) -> {
                            throw new AssertionError("asks PostgreSQL: " + method);
                        });
    }

    private static final class AtOnce extends TransactionTemplate {
        private static final long serialVersionUID = 1;

        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
            return action.doInTransaction(new SimpleTransactionStatus());
        }
    }

    @SuppressWarnings("NullAway") // nothing of it is asked
    private static final class PaperJournal extends Journal {
        PaperJournal() {
            super(nobodyAsks(), null);
        }

        @Override
        public void write(Entry entry) {}

        @Override
        public void write(List<Entry> entries) {}
    }

    private final class PaperCallLog extends CallLog {
        PaperCallLog() {
            super(nobodyAsks(), TestSeal.SEAL);
        }

        @Override
        public void began(
                CallId call,
                @Nullable Long personId,
                @Nullable Long volunteerId,
                @Nullable String party) {}

        @Override
        public void ended(CallEnded end) {}

        @Override
        public Set<Long> volunteersCallingUs() {
            return world.callingUs;
        }

        @Override
        public boolean anyOpen(Collection<CallId> calls) {
            return false;
        }
    }

    private static final class PaperCauses extends IncidentCauses {
        PaperCauses() {
            super(nobodyAsks());
        }

        @Override
        List<CallId> callsOf(long incident) {
            return List.of();
        }
    }

    /** What it keeps beside the course is nothing to the rules. */
    @SuppressWarnings("NullAway") // nothing of it is asked
    private final class PaperIncidents extends Incidents {
        PaperIncidents(IncidentCauses causes, Journal journal, Nudges nudges) {
            super(nobodyAsks(), rows, progress, causes, null, journal, nudges, TestSeal.SEAL, null);
        }

        @Override
        public boolean seen(long id, Actor by, Via via) {
            return happened(id, new Happening.Seen(by), via);
        }

        @Override
        public boolean settle(long id, Actor by, IncidentOutcome outcome, String note) {
            return happened(id, new Happening.Settled(by), Via.CONSOLE);
        }

        private boolean happened(long id, Happening happening, Via via) {
            return progress.happened(rows.lock(id).orElseThrow(), happening, via).changed();
        }
    }
}
