package cn.anxin.hotline.people.pause;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is away. Redacts itself.
 *
 * @param beginsOn the first day on which they are not rung
 * @param backOn the first day on which they are rung again
 * @param owner who answers for it, as {@link cn.anxin.hotline.journal.Actor} writes it
 * @param remark for whoever looks after it; empty if there is none
 * @param acknowledgedAt when somebody said that they know; null, like by whom, until then
 */
public record Pause(
        long id,
        long personId,
        PauseState state,
        LocalDate beginsOn,
        LocalDate backOn,
        String owner,
        PauseReason reason,
        String remark,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy) {

    @Override
    public String toString() {
        return "Pause[" + id + "]";
    }
}
