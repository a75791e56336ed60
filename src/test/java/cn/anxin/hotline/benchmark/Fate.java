package cn.anxin.hotline.benchmark;

import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.Destination;
import cn.anxin.hotline.call.OutboundCall;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * What becomes of one call, the same whenever it is asked: seven in ten people answer six calls of
 * seven, two in ten every second one, one in ten hardly ever. Who answers talks for 15 to 45 s
 * after ringing for 4 to 20; nobody takes it for 40 s; one unanswered call in five is engaged.
 *
 * @param fine whether they press 1
 * @param lasts the channel is taken for as long
 */
record Fate(CallOutcome outcome, boolean fine, Duration lasts) {

    static Fate of(OutboundCall call, long seed) {
        if (call.destination() instanceof Destination.DeskPhone) {
            return new Fate(CallOutcome.ANSWERED, true, Duration.ofSeconds(20));
        }
        var chance = new SplittableRandom(seed ^ call.id().value().hashCode());
        var person = new SplittableRandom(seed ^ number(call).hashCode());
        var kind = person.nextDouble();
        var inVain = kind < 0.7 ? 0.15 : kind < 0.9 ? 0.5 : 0.95;
        if (chance.nextDouble() >= inVain) {
            var lasts = Duration.ofMillis(chance.nextLong(19_000, 65_000));
            return new Fate(CallOutcome.ANSWERED, true, lasts);
        }
        return chance.nextDouble() < 0.2
                ? new Fate(CallOutcome.BUSY, false, Duration.ofMillis(chance.nextLong(1000, 4000)))
                : new Fate(CallOutcome.NO_ANSWER, false, Duration.ofSeconds(40));
    }

    private static String number(OutboundCall call) {
        return call.destination() instanceof Destination.Outside(var number) ? number.e164() : "";
    }
}
