package cn.anxin.hotline.people.pin;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often PINs were tried of late. Immutable and pure. A try is counted before it is weighed, so
 * that any number of calls at once have no more tries than one; a right one is taken back.
 *
 * @param tries since {@code beganAt}
 * @param locks so far; each is longer than the one before
 */
record PinTries(int tries, Instant beganAt, int locks, @Nullable Instant lockedUntil) {

    static PinTries none(Instant now) {
        return new PinTries(0, now, 0, null);
    }

    boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /** One more; not while it is locked. */
    PinTries counted(Instant now, PinSettings settings) {
        var fresh = lockedUntil != null || !now.isBefore(beganAt.plus(settings.within()));
        var count = fresh ? 1 : tries + 1;
        var began = fresh ? now : beganAt;
        return count < settings.wrong()
                ? new PinTries(count, began, locks, null)
                : new PinTries(count, began, locks + 1, now.plus(length(locks, settings)));
    }

    /** The try was right; if it was the last one before a lock, there is none. */
    PinTries takenBack() {
        return new PinTries(
                Math.max(0, tries - 1), beganAt, lockedUntil == null ? locks : locks - 1, null);
    }

    private static Duration length(int locksBefore, PinSettings settings) {
        var length = settings.lock();
        for (int lock = 0; lock < locksBefore; lock++) {
            if (length.compareTo(settings.longestLock()) >= 0) {
                break;
            }
            length = length.multipliedBy(2);
        }
        return length.compareTo(settings.longestLock()) < 0 ? length : settings.longestLock();
    }
}
