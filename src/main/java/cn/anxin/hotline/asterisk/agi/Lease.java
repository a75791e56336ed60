package cn.anxin.hotline.asterisk.agi;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.asteriskjava.fastagi.command.SetVariableCommand;

/**
 * How long Asterisk leaves the call in our hands: {@code TIMEOUT(absolute)}, kept a little ahead of
 * what is being done, so that a frozen service loses the call to the native fallback soon.
 *
 * <p>Event loop only. Times are nanoseconds of its ticker.
 */
final class Lease {
    /** A lease longer than needed by this much is cut back. */
    private static final Duration SLACK = Duration.ofMillis(500);

    private final Duration reserve;
    private boolean granted;
    private long end;

    /**
     * @param reserve what is left when the service freezes just before its next command
     */
    Lease(Duration reserve, long now) {
        this.reserve = reserve;
        this.end = now + reserve.toNanos();
    }

    /**
     * The command that fits the lease to work of this length, which it takes as sent; empty while
     * the lease fits. Never empty at first, for only the dialplan knows what it granted.
     */
    Optional<SetVariableCommand> fit(Duration work, long now) {
        var left = Duration.ofNanos(end - now);
        var fitting = work.plus(reserve);
        var shortest = work.plus(reserve.multipliedBy(3).dividedBy(4));
        var fits = left.compareTo(shortest) >= 0 && left.compareTo(fitting.plus(SLACK)) <= 0;
        if (granted && fits) {
            return Optional.empty();
        }
        granted = true;
        end = now + fitting.toNanos();
        return Optional.of(new SetVariableCommand("TIMEOUT(absolute)", seconds(fitting)));
    }

    /** Whether Asterisk has, or may have, taken the call back because of its end. */
    boolean ended(long now) {
        return end - now <= SLACK.toNanos();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%d.%03d", duration.toSeconds(), duration.toMillisPart());
    }
}
