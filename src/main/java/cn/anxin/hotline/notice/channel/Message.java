package cn.anxin.hotline.notice.channel;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.notice.Urgency;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice as one channel is to carry it.
 *
 * @param id the same at every attempt, so that a receiver can drop doubles
 * @param number whom an SMS goes to; null for other channels
 */
public record Message(
        UUID id,
        String kind,
        Urgency urgency,
        String title,
        String text,
        @Nullable PhoneNumber number,
        @Nullable Long personId,
        @Nullable Long incidentId,
        @Nullable Long caseId,
        Instant postedAt) {

    /** What is told to readers who get so much. */
    String told(Detail detail) {
        return switch (detail) {
            case TITLE -> title;
            case TEXT -> title + "\n" + text;
        };
    }

    /** The text is personal. */
    @Override
    public String toString() {
        return "Message[" + id + ", " + kind + "]";
    }
}
