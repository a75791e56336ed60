package cn.anxin.hotline.wellness.dialogue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Why something rather than somebody may have answered a call in which no key was pressed. Advice
 * for whoever looks after the person, and nothing else: no sign ends a call, changes what it came
 * to, or keeps anybody from a person. Asterisk's {@code AMD()} is no better a witness (it takes 2.5
 * s of an elder's silence, and 喂，你好，哪位, for a machine) and makes everybody wait before the first
 * word.
 */
public enum MachineSign {
    /** It spoke for longer at a stretch than anybody greets. */
    LONG_GREETING,
    /** It took the call sooner than a hand takes a receiver, and spoke. */
    ANSWERED_AT_ONCE,
    /** It spoke for as long as in two calls before, to a fraction of a second. */
    SAME_GREETING;

    /** From the intent on, with our way to the carrier; the carrier's own is not known. */
    private static final Duration AT_ONCE = Duration.ofMillis(1500);

    /** 喂，你好，哪位 takes less; a shorter word says nothing. */
    private static final Duration MORE_THAN_A_WORD = Duration.ofSeconds(2);

    /** What a recording differs by when it is measured twice. */
    private static final Duration SAME = Duration.ofMillis(300);

    private static final int OFTEN = 2;

    /**
     * An answered call without a key.
     *
     * @param answeredAfter from the intent to the answer
     * @param speech the longest at a stretch into the first question
     */
    public record Shape(Duration answeredAfter, Duration speech) {}

    /**
     * @param before other such calls of theirs
     * @param longGreeting from which length on a greeting is none of a person
     */
    public static Set<MachineSign> of(Shape call, List<Shape> before, Duration longGreeting) {
        var signs = EnumSet.noneOf(MachineSign.class);
        if (call.speech().compareTo(longGreeting) >= 0) {
            signs.add(LONG_GREETING);
        }
        if (call.speech().compareTo(MORE_THAN_A_WORD) >= 0) {
            if (call.answeredAfter().compareTo(AT_ONCE) < 0) {
                signs.add(ANSWERED_AT_ONCE);
            }
            if (before.stream().filter(other -> same(call, other)).count() >= OFTEN) {
                signs.add(SAME_GREETING);
            }
        }
        return signs;
    }

    private static boolean same(Shape one, Shape other) {
        return one.speech().minus(other.speech()).abs().compareTo(SAME) <= 0;
    }
}
