package cn.anxin.hotline.notice;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something to be told in writing. Immutable; every {@code about} and {@code in} gives a new one.
 *
 * @param kind lower-case words joined by dashes, at most 60 characters: {@code incident-opened}
 * @param title in Chinese, nothing personal: it is stored and shown in clear, and lights up on
 *     locked screens. Cut to 60 characters
 * @param text in Chinese; stored sealed. Cut to 1,000 characters, for nothing may fail because a
 *     name is long. An SMS is this text alone
 * @param staleAfter when nobody needs it any more; up to 30 days
 * @param happening names what happened: a second notice of the same happening to the same recipient
 *     by the same channel is dropped. Letters, digits and {@code :._-}, at most 100
 */
public record Notice(
        String kind,
        Urgency urgency,
        String title,
        String text,
        Duration staleAfter,
        String happening,
        @Nullable Long personId,
        @Nullable Long incidentId,
        @Nullable Long caseId) {
    private static final Pattern KIND = Pattern.compile("(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern HAPPENING = Pattern.compile("[A-Za-z0-9:._-]{1,100}");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");
    private static final Pattern UNSEEN_BUT_LINES = Pattern.compile("[\\p{Cntrl}\\p{Cs}&&[^\\n]]");
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_TEXT = 1000;
    private static final Duration LONGEST_LIFE = Duration.ofDays(30);

    /**
     * @throws IllegalArgumentException if kind, happening or time have another form
     */
    public Notice {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("not a kind of notice: " + kind);
        }
        if (!HAPPENING.matcher(happening).matches()) {
            throw new IllegalArgumentException(kind + ": not the name of a happening");
        }
        if (!staleAfter.isPositive() || staleAfter.compareTo(LONGEST_LIFE) > 0) {
            throw new IllegalArgumentException(kind + ": stale after 30 days at most");
        }
        title = cut(UNSEEN.matcher(title).replaceAll(" "), LONGEST_TITLE);
        text = cut(UNSEEN_BUT_LINES.matcher(text).replaceAll(" "), LONGEST_TEXT);
    }

    public Notice(
            String kind,
            Urgency urgency,
            String title,
            String text,
            Duration staleAfter,
            String happening) {
        this(kind, urgency, title, text, staleAfter, happening, null, null, null);
    }

    public Notice about(long person) {
        return new Notice(
                kind, urgency, title, text, staleAfter, happening, person, incidentId, caseId);
    }

    public Notice inIncident(long incident) {
        return new Notice(
                kind, urgency, title, text, staleAfter, happening, personId, incident, caseId);
    }

    public Notice inCase(long needCase) {
        return new Notice(
                kind, urgency, title, text, staleAfter, happening, personId, incidentId, needCase);
    }

    private static String cut(String text, int longest) {
        if (text.codePointCount(0, text.length()) <= longest) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }

    /** The text is personal. */
    @Override
    public String toString() {
        return "Notice[" + kind + ", " + urgency + ", " + happening + "]";
    }
}
