package cn.anxin.hotline.wellness.plan;

import cn.anxin.hotline.people.Window;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the plan of a person, or of a group of them, differs; null is as everybody's. The parts are
 * those of {@link CallPlan}.
 */
public record Wishes(
        @Nullable List<Window> windows,
        @Nullable Set<DayOfWeek> weekdays,
        @Nullable OnHolidays onHolidays,
        @Nullable List<Window> holidayWindows,
        @Nullable Integer attempts,
        @Nullable Duration ring,
        @Nullable Map<Rest, Duration> spacing,
        @Nullable Set<String> questions,
        @Nullable Proof proof) {
    public static final Wishes NONE =
            new Wishes(null, null, null, null, null, null, null, null, null);

    private static final Pattern QUESTION = Pattern.compile("[a-z0-9-]{1,40}");
    private static final int MOST_WINDOWS = 6;
    private static final int MOST_QUESTIONS = 10;
    private static final int MOST_ATTEMPTS = 20;
    private static final Duration SHORTEST_RING = Duration.ofSeconds(5);
    private static final Duration LONGEST_RING = Duration.ofMinutes(2);
    private static final Duration LONGEST_REST = Duration.ofHours(4);

    /**
     * @throws IllegalArgumentException if nobody could be rung so
     */
    public Wishes {
        windows = windows == null ? null : List.copyOf(windows);
        weekdays = weekdays == null ? null : Set.copyOf(weekdays);
        holidayWindows = holidayWindows == null ? null : List.copyOf(holidayWindows);
        spacing = spacing == null ? null : Map.copyOf(spacing);
        questions = questions == null ? null : Set.copyOf(questions);
        check(within(windows, 1, MOST_WINDOWS), "windows: 1 to 6");
        check(within(weekdays, 1, DayOfWeek.values().length), "weekdays: at least one");
        check(within(holidayWindows, 0, MOST_WINDOWS), "holidayWindows: at most 6");
        check(attempts == null || attempts >= 1 && attempts <= MOST_ATTEMPTS, "attempts: 1 to 20");
        check(ring == null || between(ring, SHORTEST_RING, LONGEST_RING), "ring: 5s to 2m");
        check(
                spacing == null
                        || spacing.values().stream()
                                .allMatch(rest -> between(rest, Duration.ZERO, LONGEST_REST)),
                "spacing: 0s to 4h");
        check(
                within(questions, 0, MOST_QUESTIONS)
                        && (questions == null
                                || questions.stream()
                                        .allMatch(name -> QUESTION.matcher(name).matches())),
                "questions: at most 10 names of small letters, digits and dashes");
    }

    private static void check(boolean possible, String what) {
        if (!possible) {
            throw new IllegalArgumentException(what);
        }
    }

    private static boolean within(@Nullable Collection<?> some, int fewest, int most) {
        return some == null || some.size() >= fewest && some.size() <= most;
    }

    private static boolean between(Duration duration, Duration shortest, Duration longest) {
        return duration.compareTo(shortest) >= 0 && duration.compareTo(longest) <= 0;
    }
}
