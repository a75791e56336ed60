package cn.anxin.hotline.wellness.plan;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Everybody of a category, of a risk level, or of both at once, and how they are rung.
 *
 * @param category a code of the roster's, like {@code GRAVELY_ILL}
 * @param risk a risk level of the roster's, like {@code HIGH}
 */
public record Group(@Nullable String category, @Nullable String risk, @DefaultValue Wishes plan) {

    public Group {
        if (category == null && risk == null) {
            throw new IllegalArgumentException(
                    "hotline.wellness.plan.groups: a category, a risk, or both");
        }
    }

    boolean has(Set<String> categories, String ofRisk) {
        return (category == null || categories.contains(category))
                && (risk == null || risk.equals(ofRisk));
    }
}
