package cn.anxin.hotline.call;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names one call for ever: for calls we place, the {@code ChannelId} we choose before dialling; for
 * calls that come in, the channel's own {@code UNIQUEID}.
 *
 * <p>At most 80 characters of {@code [A-Za-z0-9._-]}, so that it can stand in an AMI header, a
 * channel variable or a file name as it is.
 */
public record CallId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,80}");

    /**
     * @throws IllegalArgumentException if the value has another form
     */
    public CallId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not a call id");
        }
    }

    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** A fresh id for a call that we place; its purpose can be read back from it. */
    public static CallId next(CallPurpose purpose) {
        if (purpose == CallPurpose.INBOUND) {
            throw new IllegalArgumentException("Asterisk names the calls that come in");
        }
        return new CallId(purpose.prefix() + UUID.randomUUID());
    }

    public CallPurpose purpose() {
        if (value.startsWith(CallPurpose.CHECK.prefix())) {
            return CallPurpose.CHECK;
        }
        if (value.startsWith(CallPurpose.ESCALATION.prefix())) {
            return CallPurpose.ESCALATION;
        }
        return CallPurpose.INBOUND;
    }

    @Override
    public String toString() {
        return value;
    }
}
