package cn.anxin.hotline.escalation;

import cn.anxin.hotline.escalation.course.Terms;
import cn.anxin.hotline.escalation.ladder.Policy;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an incident is carried to people.
 *
 * @param ring how long a telephone rings before the next rung
 * @param talkLimit how long the listening and deciding may take, from answer on
 * @param talkWithPerson how long the ladder waits for whoever is rung while they talk with the
 *     person; the talk itself may last longer
 * @param seen how long whoever took it has to see the person
 * @param settled how long the matter may stay open after the person was seen
 * @param lapPause rest after everybody was tried, before everybody is tried again
 * @param patience wait for a key after the last word
 * @param dailyCap how often somebody at home is rung for incidents in 24 hours while anybody else
 *     is free
 * @param listed how many incidents one call tells of at most
 * @param quietFrom from when on people at home are left to sleep; local time
 * @param quietUntil equal to {@code quietFrom}: never
 * @param policies how one severity differs
 */
@ConfigurationProperties("hotline.escalation")
public record EscalationSettings(
        @DefaultValue("30s") Duration ring,
        @DefaultValue("2m") Duration talkLimit,
        @DefaultValue("10m") Duration talkWithPerson,
        @DefaultValue("30m") Duration seen,
        @DefaultValue("12h") Duration settled,
        @DefaultValue("1m") Duration lapPause,
        @DefaultValue("8s") Duration patience,
        @DefaultValue("12") int dailyCap,
        @DefaultValue("8") int listed,
        @DefaultValue("22:00") LocalTime quietFrom,
        @DefaultValue("06:30") LocalTime quietUntil,
        @DefaultValue List<Policy> policies) {

    /** When everybody on the ladder is on the phone with us already. */
    private static final Duration ALL_BUSY = Duration.ofSeconds(5);

    /** The trunk's rate is told by the second, and a lost link is rebuilt within a few. */
    private static final Duration NOT_PLACED = Duration.ofSeconds(1);

    public EscalationSettings {
        if (!ring.isPositive() || ring.toMinutes() > 2 || seen.isZero() || settled.isZero()) {
            throw new IllegalArgumentException(
                    "hotline.escalation: ring at most 2m; seen and settled more than nothing");
        }
        if (talkWithPerson.isNegative() || talkWithPerson.toMinutes() > 60) {
            throw new IllegalArgumentException(
                    "hotline.escalation: talk-with-person at most an hour");
        }
        if (dailyCap < 1 || listed < 1 || listed > 9) {
            throw new IllegalArgumentException(
                    "hotline.escalation: daily-cap from 1, listed from 1 to 9");
        }
        policies = List.copyOf(policies);
        if (policies.stream().map(Policy::severity).distinct().count() < policies.size()) {
            throw new IllegalArgumentException(
                    "hotline.escalation.policies: one for each severity at most");
        }
    }

    /** What the town has said of such incidents, if anything. */
    public Optional<Policy> policy(Severity severity) {
        return policies.stream().filter(policy -> policy.severity() == severity).findFirst();
    }

    /** Between two rungs, at most. */
    Duration longestRest() {
        var longest =
                policies.stream()
                        .flatMap(policy -> Stream.ofNullable(policy.rungs()).flatMap(List::stream))
                        .flatMap(step -> Stream.ofNullable(step.rest()))
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO);
        return longest.plus(lapPause).plus(ALL_BUSY);
    }

    Terms terms(Severity severity) {
        var policy = policy(severity);
        return new Terms(
                policy.map(Policy::seen).orElse(seen),
                policy.map(Policy::settled).orElse(settled),
                ALL_BUSY,
                NOT_PLACED);
    }
}
