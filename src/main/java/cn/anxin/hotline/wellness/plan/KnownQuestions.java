package cn.anxin.hotline.wellness.plan;

import cn.anxin.hotline.wellness.dialogue.DialogueSettings;
import cn.anxin.hotline.wellness.dialogue.FurtherQuestion;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The further questions there are, by name; a plan that names another asks nothing in silence. */
@Component
class KnownQuestions {
    private final Set<String> names;

    /**
     * @throws IllegalArgumentException if the town's own plan names a question that does not exist
     */
    KnownQuestions(DialogueSettings dialogue, PlanSettings town) {
        names =
                dialogue.questions().stream()
                        .map(FurtherQuestion::name)
                        .collect(Collectors.toUnmodifiableSet());
        var wished =
                Stream.concat(
                        Stream.of(town.questions()),
                        town.groups().stream()
                                .map(group -> group.plan().questions())
                                .flatMap(Stream::ofNullable));
        if (!wished.allMatch(names::containsAll)) {
            throw new IllegalArgumentException(
                    "hotline.wellness.plan: a question that hotline.wellness.dialogue.questions does"
                            + " not have");
        }
    }

    boolean knowsAllOf(Wishes wishes) {
        var questions = wishes.questions();
        return questions == null || names.containsAll(questions);
    }

    Set<String> names() {
        return names;
    }
}
