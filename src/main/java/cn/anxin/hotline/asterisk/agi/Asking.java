package cn.anxin.hotline.asterisk.agi;

import cn.anxin.hotline.call.Answer;
import cn.anxin.hotline.call.Question;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One question being asked. A key answers it only if its words had begun to be heard: what comes
 * sooner was pressed for something before, waits in Asterisk's queue, and must not become "I am
 * well". Such keys are dropped until the line is quiet, and the words begin again.
 */
final class Asking {
    /** Less than anybody needs to hear a word and press a key. */
    private static final Duration UNHEARD = Duration.ofMillis(300);

    /** More is no hurry but a hand on the keys, or a machine. */
    private static final int MOST_STALE_KEYS = 50;

    private final Handset handset;
    private final Question question;
    private final List<Path> sounds;
    private final boolean repeated;
    private Duration heard = Duration.ZERO;
    private int staleKeys;

    /**
     * @param repeated whether it was asked just before and got no key: then a key at its first word
     *     is the answer of somebody slow
     */
    Asking(Handset handset, Question question, List<Path> sounds, boolean repeated) {
        this.handset = handset;
        this.question = question;
        this.sounds = sounds;
        this.repeated = repeated;
    }

    /** Empty if no key came. {@link Answer.Spoke} is not told here. */
    Optional<Answer> answer() {
        var result = words();
        while (tooSoon(result) && staleKeys < MOST_STALE_KEYS) {
            dropKeys();
            result = words();
        }
        if (result instanceof CommandReply reply && reply.key().isEmpty()) {
            result = patience();
        }
        return switch (result) {
            case Lost lost -> Optional.of(lost.answer());
            case CommandReply reply -> reply.key().map(this::meaning);
        };
    }

    private CommandResult words() {
        heard = Duration.ZERO;
        CommandResult result = CommandReply.NOTHING;
        for (var sound : sounds) {
            result = handset.playUntilKey(sound);
            if (!(result instanceof CommandReply reply)) {
                return result;
            }
            heard = heard.plus(reply.played());
            if (reply.key().isPresent()) {
                return result;
            }
        }
        return result;
    }

    private CommandResult patience() {
        if (unheard()) {
            dropKeys();
        }
        return handset.awaitKey(question.patience());
    }

    private void dropKeys() {
        do {
            staleKeys++;
        } while (staleKeys < MOST_STALE_KEYS
                && handset.awaitKey(UNHEARD) instanceof CommandReply reply
                && reply.key().isPresent());
    }

    private boolean tooSoon(CommandResult result) {
        return unheard() && result instanceof CommandReply reply && reply.key().isPresent();
    }

    private boolean unheard() {
        return !repeated && !sounds.isEmpty() && heard.compareTo(UNHEARD) < 0;
    }

    private Answer meaning(char key) {
        return question.keys().indexOf(key) >= 0 && !unheard()
                ? new Answer.Pressed(key)
                : new Answer.Invalid(key);
    }
}
