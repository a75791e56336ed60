package cn.anxin.hotline.people;

import org.jspecify.annotations.Nullable;

/**
 * How to speak with a person. Redacts itself.
 *
 * @param slowly null if nobody said; then the notes decide, see {@link Profile#slowSpeech()}
 * @param hearing a note for whoever rings; empty if there is none
 */
public record Speaking(Language language, @Nullable Boolean slowly, String hearing) {
    /** Of whom nobody said anything. */
    public static final Speaking UNTOLD = new Speaking(Language.MANDARIN, null, "");

    @Override
    public String toString() {
        return "Speaking[" + language + "]";
    }
}
