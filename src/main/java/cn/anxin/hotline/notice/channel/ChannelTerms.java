package cn.anxin.hotline.notice.channel;

import cn.anxin.hotline.notice.Urgency;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the outbox has to know of a channel.
 *
 * @param name in settings and on screens: small letters, digits and dashes, at most 40
 * @param hearing null: it has no readers of its own, but takes numbers
 */
public record ChannelTerms(
        String name, ChannelKind kind, Limits limits, @Nullable Hearing hearing) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

    public ChannelTerms {
        Objects.requireNonNull(name, "hotline.notice: a channel needs a name");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "hotline.notice: a channel's name has small letters, digits and dashes");
        }
        limits = limits.of(kind);
    }

    /** Whether its readers are to hear of such a notice. */
    public boolean hears(String ofKind, Urgency urgency) {
        return hearing != null && hearing.of(ofKind, urgency);
    }

    public boolean takesNumbers() {
        return hearing == null;
    }
}
