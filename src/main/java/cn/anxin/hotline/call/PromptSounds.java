package cn.anxin.hotline.call;

import java.nio.file.Path;

/** Finds the sound of a prompt. Implemented by the room that speaks. */
public interface PromptSounds {

    /**
     * The sound file to play, as Asterisk wants it: absolute, without its ending. Made on demand
     * and kept; takes at most three seconds, after which the prompt's substitute is named. Never
     * fails: a prompt without any sound is named by the path at which it should have been, and
     * Asterisk plays nothing for it.
     */
    Path of(Prompt prompt);

    /**
     * Makes the sound ahead of its call, so that nobody waits for it. May be called by any thread.
     */
    default void prepare(Prompt prompt) {
        of(prompt);
    }
}
