package cn.anxin.hotline.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person agrees to be rung every day. Redacts itself.
 *
 * @param on the day on which they said so; null if unknown
 * @param toldBy who said so: the person, the daughter, the committee; empty if unknown
 */
public record Consent(State state, @Nullable LocalDate on, String toldBy) {
    public static final Consent UNKNOWN = new Consent(State.UNKNOWN, null, "");

    public enum State {
        GIVEN,
        REFUSED,
        UNKNOWN
    }

    @Override
    public String toString() {
        return "Consent[" + state + "]";
    }
}
