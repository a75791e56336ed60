package cn.anxin.hotline.behaviour.town;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Times that stories measured on their own packets. Printed at the end; nothing fails on them. */
public final class Figures {
    private final Map<String, List<Long>> measured = new ConcurrentSkipListMap<>();

    /** Both moments as of {@link System#nanoTime}. */
    public void took(String what, long from, long until) {
        measured.computeIfAbsent(what, w -> new CopyOnWriteArrayList<>()).add(until - from);
    }

    /** Nothing is written down if one of them never came. */
    public void took(String what, OptionalLong from, OptionalLong until) {
        if (from.isPresent() && until.isPresent()) {
            took(what, from.getAsLong(), until.getAsLong());
        }
    }

    public void took(String what, long from, OptionalLong until) {
        took(what, OptionalLong.of(from), until);
    }

    public void took(String what, OptionalLong from, long until) {
        took(what, from, OptionalLong.of(until));
    }

    String table() {
        var table =
                new StringBuilder(
                        "%-52s %5s %9s %9s %9s%n"
                                .formatted(
                                        "measured on the phones' own packets, ms",
                                        "n",
                                        "least",
                                        "median",
                                        "most"));
        measured.forEach((what, times) -> {
            var sorted = times.stream().sorted().toList();
            table.append(
                    String.format(
                            Locale.ROOT,
                            "%-52s %5d %9.1f %9.1f %9.1f%n",
                            what,
                            sorted.size(),
                            sorted.getFirst() / 1e6,
                            sorted.get(sorted.size() / 2) / 1e6,
                            sorted.getLast() / 1e6));
        });
        return table.toString();
    }
}
