package cn.anxin.hotline.inbound;

import cn.anxin.hotline.call.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as far as the number tells.
 *
 * @param personId set only if the number belongs to exactly one served person
 */
record Caller(@Nullable PhoneNumber number, @Nullable Long personId, @Nullable Long volunteerId) {
    private static final Pattern REMEMBERED =
            Pattern.compile("person=(\\d{0,18}) volunteer=(\\d{0,18})");

    /** Ids only, to be remembered under the number. */
    String remembered() {
        return "person=%s volunteer=%s".formatted(written(personId), written(volunteerId));
    }

    static Optional<Caller> recall(PhoneNumber number, String remembered) {
        var form = REMEMBERED.matcher(remembered);
        return form.matches()
                ? Optional.of(new Caller(number, read(form.group(1)), read(form.group(2))))
                : Optional.empty();
    }

    private static String written(@Nullable Long id) {
        return id == null ? "" : id.toString();
    }

    private static @Nullable Long read(String id) {
        return id.isEmpty() ? null : Long.valueOf(id);
    }
}
