package cn.anxin.hotline.wellness.line;

import cn.anxin.hotline.duework.DueWork;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.wellness.WellnessSettings;
import cn.anxin.hotline.wellness.line.Samples.Sample;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Weighs what the round's calls say about the parts they belong to, opens an alarm where that is
 * more than the people's own habits, and carries each alarm on from probe to probe.
 */
@Component
class CommonCauses implements DueWork {
    static final String NAME = "common-causes";

    private static final Logger log = LoggerFactory.getLogger(CommonCauses.class);

    /** Of a line that works, one call in twenty may still fail in the busiest hour. */
    private static final double USUAL_FAULTS = 0.05;

    /** Odds of twenty to one that the part can be reached: about two who usually answer. */
    private static final double RECOVERED = Math.log(20);

    /** Beyond ring and talk, as long as an attempt may take to be seen ending. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    private final Samples samples;
    private final Alarms alarms;
    private final Resumption resumption;
    private final PausedParts pausedParts;
    private final JdbcClient jdbc;
    private final CommonCauseSettings settings;
    private final WellnessSettings wellness;
    private final TransactionTemplate transaction;

    CommonCauses(
            Samples samples,
            Alarms alarms,
            Resumption resumption,
            PausedParts pausedParts,
            JdbcClient jdbc,
            CommonCauseSettings settings,
            WellnessSettings wellness,
            TransactionTemplate transaction) {
        this.samples = samples;
        this.alarms = alarms;
        this.resumption = resumption;
        this.pausedParts = pausedParts;
        this.jdbc = jdbc;
        this.settings = settings;
        this.wellness = wellness;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int sweep(int limit) {
        Integer weighed = transaction.execute(_ -> weigh(limit));
        var handled = Objects.requireNonNull(weighed);
        while (handled < limit && Boolean.TRUE.equals(transaction.execute(_ -> carryOn()))) {
            handled++;
        }
        transaction.executeWithoutResult(_ -> samples.forgetOld(limit));
        return Math.min(handled, limit);
    }

    private int weigh(int limit) {
        var heard = samples.takeUnweighed(limit);
        var paused = pausedParts.now();
        var unexplained = heard.stream().filter(sample -> sample.alarm() == null).toList();
        if (!paused.nothing()) {
            unexplained = unexplained.stream().filter(one -> !explained(one, paused)).toList();
        }
        unexplained.stream()
                .filter(sample -> sample.heard() != Heard.REACHED)
                .flatMap(sample -> sample.parts().all().stream())
                .distinct()
                .sorted(Comparator.comparing(Part::kind))
                .forEach(this::look);
        return heard.size();
    }

    private boolean explained(Sample sample, Paused paused) {
        var alarm = paused.alarmOn(sample.parts());
        alarm.ifPresent(id -> samples.explain(List.of(sample), id));
        return alarm.isPresent();
    }

    private void look(Part part) {
        if (part.kind() == PartKind.TRUNK) {
            look(part, true, samples.unexplained(part));
        }
        var telling =
                samples.unexplained(part).stream().filter(one -> tells(part.kind(), one)).toList();
        look(part, false, telling);
    }

    /** What the network says of itself or of a number says nothing about a house. */
    private static boolean tells(PartKind kind, Sample sample) {
        return switch (kind) {
            case BUILDING, COMMITTEE ->
                    sample.heard() == Heard.REACHED || sample.heard() == Heard.SILENT;
            case PREFIX, TRUNK -> true;
        };
    }

    private void look(Part part, boolean faults, List<Sample> recent) {
        var result = Weighing.ofSilence(recent.stream().map(one -> of(one, faults)).toList());
        if (result.strength() >= Weighing.threshold(settings.callsBetweenFalseAlarms())) {
            alarms.open(part, faults, result)
                    .ifPresent(alarm -> {
                        log.warn(
                                "Alarm {}: {} of {} calls in vain in one {}",
                                alarm,
                                result.inVain(),
                                result.rung(),
                                part.kind());
                        var evidence = recent.subList(recent.size() - result.rung(), recent.size());
                        samples.explain(evidence, alarm);
                        var inVain =
                                evidence.stream()
                                        .filter(one -> one.heard() != Heard.REACHED)
                                        .toList();
                        alarms.touches(alarm, inVain.stream().map(Sample::person).toList());
                        hold(inVain, alarm);
                    });
        }
    }

    private static Observation of(Sample sample, boolean faults) {
        if (!faults) {
            return Observation.of(sample.expected(), sample.heard() != Heard.REACHED);
        }
        return switch (sample.heard()) {
            case FAULT -> new Observation(USUAL_FAULTS, true);
            // a roster has dead numbers, and nobody's comes to life by being out less
            case NO_SUCH_NUMBER -> new Observation(sample.expected(), true);
            case REACHED, SILENT -> new Observation(USUAL_FAULTS, false);
        };
    }

    /** Whose silence opened the alarm waits with the others. */
    private void hold(Collection<Sample> evidence, long alarm) {
        var waiting =
                jdbc.sql(
                                """
                                select id from wellness_check
                                where id = any(:checks) and state = 'WAITING'
                                order by id for update
                                """)
                        .param("checks", evidence.stream().map(Sample::check).toArray(Long[]::new))
                        .query(Long.class)
                        .set();
        evidence.stream()
                .filter(sample -> waiting.contains(sample.check()))
                .forEach(sample -> pausedParts.hold(sample.check(), sample.person(), alarm));
    }

    private boolean carryOn() {
        var due = alarms.claimDue();
        due.ifPresent(alarm -> {
            switch (alarm.state()) {
                case OPEN -> probe(alarm);
                case PROBING -> judge(alarm);
                case RESUMING -> resumption.goOn(alarm);
                case RESUMED ->
                        throw new IllegalStateException("an ended alarm has no next action");
            }
        });
        return due.isPresent();
    }

    private void probe(Alarms.Alarm alarm) {
        var atMost = wellness.ring().plus(wellness.talkLimit()).plus(GRACE);
        if (alarms.probe(alarm, atMost) == 0) {
            resumption.resume(alarm.id(), Actor.SYSTEM, "nobody waits for it");
        }
    }

    private void judge(Alarms.Alarm alarm) {
        var probes = samples.sinceOpened(alarm.id());
        var recovery =
                Weighing.ofRecovery(probes.stream().map(one -> of(one, alarm.faults())).toList());
        if (recovery >= RECOVERED) {
            resumption.resume(alarm.id(), Actor.SYSTEM, "probes got through");
        } else {
            alarms.stillSilent(alarm);
        }
    }
}
