package cn.anxin.hotline.call;

import java.time.Duration;
import java.util.List;

/**
 * Words after which we wait for one key. Keys count from the first word on: pressing one stops the
 * words at once.
 *
 * @param keys the keys that mean something here; any other is {@link Answer.Invalid}
 * @param patience how long to wait after the last word
 */
public record Question(List<Prompt> prompts, String keys, Duration patience) {
    public Question {
        prompts = List.copyOf(prompts);
        if (!keys.matches("[0-9*#]{1,12}")) {
            throw new IllegalArgumentException("keys are 0-9, * and #");
        }
    }

    public Question slowly() {
        return new Question(prompts.stream().map(Prompt::slowly).toList(), keys, patience);
    }
}
