package cn.anxin.hotline.escalation;

import cn.anxin.hotline.escalation.course.Effect.News;
import cn.anxin.hotline.escalation.ladder.Role;
import java.util.List;

/** Why somebody who has just answered was rung. */
public sealed interface Occasion {

    /**
     * One of these needs somebody.
     *
     * @param role in which they were rung
     * @param incidents at least one, the worst first
     */
    record Summons(Role role, List<Summoned> incidents) implements Occasion {
        public Summons {
            incidents = List.copyOf(incidents);
        }
    }

    record Summoned(long incident, Severity severity) {}

    /**
     * They have taken it, and are asked how it stands.
     *
     * @param state taken, or seen
     */
    record Asking(long incident, IncidentState state) implements Occasion {}

    /** Something has changed that they should know before they set out. */
    record Telling(long incident, News news) implements Occasion {}

    /** It has been dealt with while their telephone rang. */
    record Over() implements Occasion {}
}
