package cn.anxin.hotline.people;

import java.time.LocalTime;

/** When the daily check may ring, in the town's local time; within one day. */
public record Window(LocalTime opens, LocalTime closes) {

    /**
     * @throws IllegalArgumentException if it does not open before it closes
     */
    public Window {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("a window opens before it closes");
        }
    }

    @Override
    public String toString() {
        return opens + "-" + closes;
    }
}
