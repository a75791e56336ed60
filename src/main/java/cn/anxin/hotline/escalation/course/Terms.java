package cn.anxin.hotline.escalation.course;

import java.time.Duration;

/**
 * The town's deadlines for one severity.
 *
 * @param seen from taking it until the person is seen
 * @param settled from then until it is settled
 * @param allBusy until the same step is tried again when everybody is on the phone with us
 * @param notPlaced until the same step is tried again when no call could be placed
 */
public record Terms(Duration seen, Duration settled, Duration allBusy, Duration notPlaced) {

    public Terms {
        if (!seen.isPositive() || !settled.isPositive()) {
            throw new IllegalArgumentException("a deadline is more than nothing");
        }
        if (!allBusy.isPositive() || !notPlaced.isPositive()) {
            throw new IllegalArgumentException("a pause is more than nothing");
        }
    }
}
