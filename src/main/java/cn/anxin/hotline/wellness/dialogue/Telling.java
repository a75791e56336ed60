package cn.anxin.hotline.wellness.dialogue;

import cn.anxin.hotline.call.Prompt;
import java.util.List;

/**
 * How one call is held.
 *
 * @param slowly from the first word on
 * @param opening the first words
 * @param fineKey the key that says they are fine: 1, or 3 to 9
 */
public record Telling(
        boolean slowly,
        Prompt opening,
        char fineKey,
        List<FurtherQuestion> questions,
        List<Prompt> announcements) {
    private static final char USUAL = '1';
    private static final char FIRST = '3';
    private static final int DIGITS = 7;

    /** What anybody is told of whom nothing is known. */
    public static final Telling PLAIN =
            new Telling(true, Prompt.of("check-greeting"), USUAL, List.of(), List.of());

    public Telling {
        questions = List.copyOf(questions);
        announcements = List.copyOf(announcements);
    }

    /** The digit for this occasion, 3 to 9: not to be guessed, and the same when asked again. */
    public static char digitFor(Object occasion) {
        return (char) (FIRST + Math.floorMod(occasion.hashCode(), DIGITS));
    }

    public boolean otherDigit() {
        return fineKey != USUAL;
    }
}
