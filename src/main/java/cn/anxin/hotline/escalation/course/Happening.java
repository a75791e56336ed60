package cn.anxin.hotline.escalation.course;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.escalation.Severity;
import cn.anxin.hotline.journal.Actor;
import java.time.Duration;
import java.util.Set;

/**
 * What can happen to an incident. Each may be told twice, late, or after something else has
 * overtaken it; it then changes nothing.
 */
public sealed interface Happening {

    /** A further cause has shown. */
    record CauseJoined(Severity severity) implements Happening {}

    /**
     * It was due, and these phones are about to be rung for it.
     *
     * @param longest by when all of them have stopped, whatever we see or miss of it
     */
    record RungBegins(int step, Set<CallId> calls, Duration longest) implements Happening {
        public RungBegins {
            calls = Set.copyOf(calls);
        }
    }

    /** It was due, and everybody who could be rung is on the phone with us. */
    record NobodyFree() implements Happening {}

    /** It was due, and has a taker. */
    record DeadlineCame() implements Happening {}

    /** The call could not be placed, nothing rang: as if it had never been meant. */
    record NotPlaced(CallId call, int step) implements Happening {}

    /**
     * Nothing more is to be expected of this call: it ended, or whoever answered can't.
     *
     * @param rest before the next rung
     */
    record CallOver(CallId call, Duration rest) implements Happening {}

    /**
     * Whoever answered talks with the person before they decide.
     *
     * @param longest how long nobody else is rung for it
     */
    record TalkBegins(CallId call, Duration longest) implements Happening {}

    record Taken(Actor by) implements Happening {}

    /** The taker has not seen the person yet, and is still on it. */
    record NeedsTime(Actor by) implements Happening {}

    /** The taker can't after all, and nobody else is to be waited for. */
    record GivenUp(Actor by) implements Happening {}

    /** The taker asks for somebody else to take it from them. */
    record HandedOver(Actor by) implements Happening {}

    record Seen(Actor by) implements Happening {}

    record Settled(Actor by) implements Happening {}
}
