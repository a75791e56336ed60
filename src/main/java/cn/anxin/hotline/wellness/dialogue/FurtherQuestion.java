package cn.anxin.hotline.wellness.dialogue;

import cn.anxin.hotline.cases.Need;
import java.util.regex.Pattern;

/**
 * A question that is asked of those who are fine: 1 yes, 2 no. A no opens a case.
 *
 * @param name as plans name it: small letters, digits and dashes, at most 40
 * @param words the question with its keys, at most 100 characters
 * @param need what a no means
 */
public record FurtherQuestion(String name, String words, Need need) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");
    private static final int LONGEST = 100;

    public FurtherQuestion {
        if (!NAME.matcher(name).matches() || words.isBlank() || words.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "hotline.wellness.dialogue.questions: a name of small letters, digits and"
                            + " dashes, and words, at most 100 characters");
        }
        if (need == Need.EMERGENCY) {
            throw new IllegalArgumentException(
                    "hotline.wellness.dialogue.questions: key 0 is the emergency of every question");
        }
    }
}
