package cn.anxin.hotline.escalation.course;

import java.util.List;

/**
 * What became of it.
 *
 * @param changed false: it came twice or too late, and {@code after} is what was before
 * @param effects in their order
 */
public record Turn(Course after, boolean changed, List<Effect> effects) {

    public Turn {
        effects = List.copyOf(effects);
    }

    static Turn unchanged(Course course) {
        return new Turn(course, false, List.of());
    }

    static Turn to(Course after, Effect... effects) {
        return new Turn(after, true, List.of(effects));
    }
}
