package cn.anxin.hotline.duework;

import java.time.Duration;

/**
 * Rows of one room that fall due. The row's own {@code next_action_at} is the timer, by the
 * database's clock; nothing in memory is.
 */
public interface DueWork {

    /** Names it in logs, metrics and {@link Nudges}. */
    String name();

    /**
     * Handles at most {@code limit} rows that are due, in transactions of its own, each claimed
     * with {@code for update skip locked}: losing a row to another process is normal. Takes a few
     * seconds at most. What throws is tried again at the next sweep.
     *
     * @return how many were handled; {@code limit} means that there may be more
     */
    int sweep(int limit);

    /**
     * How long it may rest when nothing more was due and nobody nudges; more than the interval
     * between sweeps is the interval. Asked after every sweep; answers at once.
     */
    default Duration rest() {
        return Duration.ofDays(1);
    }
}
