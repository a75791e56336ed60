package cn.anxin.hotline.people.intake;

import org.jspecify.annotations.Nullable;

/**
 * How a roster is to come in.
 *
 * @param sheet the name of the one to read; null for the first that is a roster
 * @param replace whether enrolled people of the committees that the file names leave the roster if
 *     they are not in the file
 * @param confirm how many are known to leave; needed where more than a third of a committee would
 * @param fingerprint of the preview whose result is wanted, and no other; null for whatever results
 */
public record ImportOptions(
        @Nullable String sheet,
        boolean replace,
        @Nullable Integer confirm,
        @Nullable String fingerprint) {
    public static final ImportOptions ADD = new ImportOptions(null, false, null, null);
}
