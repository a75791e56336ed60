package cn.anxin.hotline.call;

import java.util.regex.Pattern;

/** Something said to a caller. */
public sealed interface Prompt {

    /** The same words, slower. */
    Prompt slowly();

    /** A text of the catalogue {@code sounds/zh/prompts.properties}, by its key. */
    static Prompt of(String key) {
        return new Catalogued(key, false);
    }

    /**
     * Words made for this call, at most 500 characters; while they cannot be spoken, the catalogued
     * text is said instead.
     */
    static Prompt spoken(String words, String orElseKey) {
        return new Spoken(words, new Catalogued(orElseKey, false), false);
    }

    /**
     * A voice that people know, recorded as {@code voices/NAME.wav} in the house; as long as there
     * is none, the catalogued text is said.
     */
    static Prompt voice(String name, String orElseKey) {
        return new Voice(name, new Catalogued(orElseKey, false));
    }

    record Catalogued(String key, boolean slow) implements Prompt {
        private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,60}");

        public Catalogued {
            if (!FORM.matcher(key).matches()) {
                throw new IllegalArgumentException("not a prompt key: " + key);
            }
        }

        @Override
        public Catalogued slowly() {
            return new Catalogued(key, true);
        }
    }

    record Voice(String name, Catalogued orElse) implements Prompt {
        private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,60}");

        public Voice {
            if (!FORM.matcher(name).matches()) {
                throw new IllegalArgumentException("not the name of a voice: " + name);
            }
        }

        /** A voice has its own pace. */
        @Override
        public Voice slowly() {
            return new Voice(name, orElse.slowly());
        }
    }

    record Spoken(String words, Catalogued orElse, boolean slow) implements Prompt {
        private static final int LONGEST = 500;

        public Spoken {
            if (words.isBlank() || words.length() > LONGEST) {
                throw new IllegalArgumentException("nothing to say, or too much");
            }
        }

        @Override
        public Spoken slowly() {
            return new Spoken(words, orElse.slowly(), true);
        }

        /** Names and addresses are in the words. */
        @Override
        public String toString() {
            return "Spoken[" + words.length() + " characters, slow=" + slow + "]";
        }
    }
}
