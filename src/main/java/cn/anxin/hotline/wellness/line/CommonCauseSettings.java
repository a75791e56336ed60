package cn.anxin.hotline.wellness.line;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a silence is no longer the people's own, and how its end is found out.
 *
 * @param window how old a call may be and still say something about now
 * @param callsBetweenFalseAlarms of one part, on average at least; with four parts a call and 2,600
 *     calls a day, a million gives one false alarm in a hundred days
 * @param usuallyInVain share of calls in vain of whom we know nothing yet
 * @param probes people who are rung to find out whether an area can be reached again; a line is
 *     probed with one call
 * @param firstPause before the first probe; each following one is twice as long
 * @param longestPause between two probes
 */
@ConfigurationProperties("hotline.wellness.common-causes")
public record CommonCauseSettings(
        @DefaultValue("30m") Duration window,
        @DefaultValue("1000000") long callsBetweenFalseAlarms,
        @DefaultValue("0.2") double usuallyInVain,
        @DefaultValue("3") int probes,
        @DefaultValue("2m") Duration firstPause,
        @DefaultValue("15m") Duration longestPause) {
    private static final int MOST_DOUBLINGS = 20;

    public CommonCauseSettings {
        if (window.isNegative() || window.toHours() > 12 || callsBetweenFalseAlarms < 1000) {
            throw new IllegalArgumentException(
                    "hotline.wellness.common-causes: window at most 12h, at least 1000 calls between"
                            + " false alarms");
        }
        if (!(usuallyInVain > 0 && usuallyInVain < 1) || probes < 1 || probes > 20) {
            throw new IllegalArgumentException(
                    "hotline.wellness.common-causes: usually-in-vain between 0 and 1, probes 1 to 20");
        }
        if (firstPause.isNegative() || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException(
                    "hotline.wellness.common-causes: longest-pause not shorter than first-pause");
        }
    }

    /** Before the next probe, when so many have been in vain. */
    Duration pauseAfter(int probesInVain) {
        var doubled = firstPause.multipliedBy(1L << Math.min(probesInVain, MOST_DOUBLINGS));
        return doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
    }
}
