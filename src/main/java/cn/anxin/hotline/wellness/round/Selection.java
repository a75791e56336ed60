package cn.anxin.hotline.wellness.round;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part of the town: the enrolled who are in all of the sets that are given. No set at all is
 * everybody.
 *
 * @param people ids
 * @param committees ids
 * @param categories codes of the roster's, like the risk levels
 */
public record Selection(
        @Nullable Set<Long> people,
        @Nullable Set<Long> committees,
        @Nullable Set<String> categories,
        @Nullable Set<String> risks) {
    public static final Selection EVERYBODY = new Selection(null, null, null, null);

    public Selection {
        people = people == null ? null : Set.copyOf(people);
        committees = committees == null ? null : Set.copyOf(committees);
        categories = categories == null ? null : Set.copyOf(categories);
        risks = risks == null ? null : Set.copyOf(risks);
    }
}
