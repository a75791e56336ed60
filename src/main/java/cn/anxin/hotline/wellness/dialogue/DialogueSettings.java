package cn.anxin.hotline.wellness.dialogue;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the town asks in a check, and how it listens.
 *
 * @param questions that can be asked, in their order; whom they are asked, plans say
 * @param word the longest that somebody may say instead of a key; at most five minutes
 * @param pause the silence after which they have ended; whole seconds
 * @param longGreeting from which length on what is said at a stretch is rather a machine's greeting
 */
@ConfigurationProperties("hotline.wellness.dialogue")
public record DialogueSettings(
        @DefaultValue List<FurtherQuestion> questions,
        @DefaultValue("60s") Duration word,
        @DefaultValue("4s") Duration pause,
        @DefaultValue("6s") Duration longGreeting) {

    public DialogueSettings {
        questions = List.copyOf(questions);
        if (questions.stream().map(FurtherQuestion::name).distinct().count() < questions.size()) {
            throw new IllegalArgumentException(
                    "hotline.wellness.dialogue.questions: two of the same name");
        }
        if (word.compareTo(Duration.ofSeconds(5)) < 0
                || word.compareTo(Duration.ofMinutes(5)) > 0) {
            throw new IllegalArgumentException("hotline.wellness.dialogue.word: 5s to 5m");
        }
        if (pause.compareTo(Duration.ofSeconds(1)) < 0 || pause.compareTo(word) >= 0) {
            throw new IllegalArgumentException(
                    "hotline.wellness.dialogue.pause: 1s or more, and less than word");
        }
    }
}
