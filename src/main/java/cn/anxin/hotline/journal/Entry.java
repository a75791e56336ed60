package cn.anxin.hotline.journal;

import cn.anxin.hotline.call.CallId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened. Immutable; every {@code about}, {@code in}, {@code on} and {@code with}
 * gives a new one.
 *
 * @param kind lower-case words joined by dashes, at most 60 characters: {@code check-confirmed}
 * @param detail at most 20 keys; a value longer than 500 characters is cut, and what PostgreSQL
 *     cannot keep in it is replaced, since no entry may fail for what a caller or a file contained
 */
public record Entry(
        String kind,
        Actor actor,
        @Nullable Long personId,
        @Nullable Long incidentId,
        @Nullable Long caseId,
        @Nullable CallId call,
        Map<String, String> detail) {
    private static final Pattern KIND = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{1,40}");
    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");
    private static final int LONGEST_KIND = 60;
    private static final int LONGEST_VALUE = 500;
    private static final int MOST_KEYS = 20;

    /**
     * @throws IllegalArgumentException if a kind or a key has another form, or keys are too many
     */
    public Entry {
        if (kind.length() > LONGEST_KIND || !KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("not a kind of journal entry: " + kind);
        }
        if (detail.size() > MOST_KEYS) {
            throw new IllegalArgumentException(kind + ": more than " + MOST_KEYS + " details");
        }
        var bounded = new LinkedHashMap<String, String>();
        detail.forEach((key, value) -> bounded.put(checked(key), storable(value)));
        detail = Map.copyOf(bounded);
    }

    public static Entry of(String kind, Actor actor) {
        return new Entry(kind, actor, null, null, null, null, Map.of());
    }

    /**
     * @param person null: about nobody in particular
     */
    public Entry about(@Nullable Long person) {
        return new Entry(kind, actor, person, incidentId, caseId, call, detail);
    }

    public Entry inIncident(long incident) {
        return new Entry(kind, actor, personId, incident, caseId, call, detail);
    }

    public Entry inCase(long needCase) {
        return new Entry(kind, actor, personId, incidentId, needCase, call, detail);
    }

    public Entry on(CallId ofCall) {
        return new Entry(kind, actor, personId, incidentId, caseId, ofCall, detail);
    }

    public Entry with(String key, String value) {
        var more = new LinkedHashMap<>(detail);
        more.put(key, value);
        return new Entry(kind, actor, personId, incidentId, caseId, call, more);
    }

    private static String checked(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("not a key of a journal entry: " + key);
        }
        return key;
    }

    private static String storable(String value) {
        var cut = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
        return UNSTORABLE.matcher(cut).replaceAll("\uFFFD");
    }

    /** Details may be personal. */
    @Override
    public String toString() {
        return "Entry[" + kind + " by " + actor + ", details=" + detail.keySet() + "]";
    }
}
