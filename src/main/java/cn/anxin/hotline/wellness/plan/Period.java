package cn.anxin.hotline.wellness.plan;

import java.time.Instant;

/** From one instant, up to and without another one that is later. */
public record Period(Instant opens, Instant closes) {

    /**
     * @throws IllegalArgumentException if it is empty
     */
    public Period {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("a period closes after it opens");
        }
    }
}
