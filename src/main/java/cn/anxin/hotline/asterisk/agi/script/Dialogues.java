package cn.anxin.hotline.asterisk.agi.script;

import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.Dialogue;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which dialogue holds which calls. */
@Component
final class Dialogues {
    private final Map<CallPurpose, Dialogue> byPurpose = new EnumMap<>(CallPurpose.class);

    /**
     * @throws IllegalStateException if two claim the same purpose
     */
    Dialogues(List<Dialogue> dialogues) {
        dialogues.forEach(dialogue -> {
            if (byPurpose.put(dialogue.purpose(), dialogue) != null) {
                throw new IllegalStateException("two dialogues for " + dialogue.purpose());
            }
        });
    }

    Optional<Dialogue> of(CallPurpose purpose) {
        return Optional.ofNullable(byPurpose.get(purpose));
    }
}
