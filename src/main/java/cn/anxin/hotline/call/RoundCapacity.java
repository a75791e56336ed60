package cn.anxin.hotline.call;

/**
 * What the line lets the round have when nobody else needs it. Told by the room that knows
 * Asterisk.
 *
 * @param channels how many calls at once, those kept for callers and escalation not counted
 * @param callsPerSecond how many may be started
 */
public record RoundCapacity(int channels, int callsPerSecond) {

    public RoundCapacity {
        if (channels < 1 || callsPerSecond < 1) {
            throw new IllegalArgumentException(
                    "a round has at least one channel and one call a second");
        }
    }
}
