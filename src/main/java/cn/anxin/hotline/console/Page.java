package cn.anxin.hotline.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next to be sent as {@code after} for the following page; null: there is none
 */
record Page<T>(List<T> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {

    Page {
        items = List.copyOf(items);
    }

    /** A full page may be followed by another one, if only by an empty one. */
    static <T> Page<T> of(List<T> items, int limit, Function<T, String> position) {
        return new Page<>(items, items.size() < limit ? null : position.apply(items.getLast()));
    }

    static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }
}
