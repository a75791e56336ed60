package cn.anxin.hotline.call;

import java.util.regex.Pattern;

/** Whom a placed call rings. */
public sealed interface Destination {

    /** A telephone number, reached through the trunk. */
    record Outside(PhoneNumber number) implements Destination {}

    /** A SIP account registered with our Asterisk. Letters, digits, at most 32. */
    record DeskPhone(String account) implements Destination {
        private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{1,32}");

        public DeskPhone {
            if (!FORM.matcher(account).matches()) {
                throw new IllegalArgumentException("not a SIP account name");
            }
        }
    }
}
