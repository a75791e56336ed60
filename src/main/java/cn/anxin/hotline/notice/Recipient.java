package cn.anxin.hotline.notice;

import cn.anxin.hotline.call.PhoneNumber;
import java.util.regex.Pattern;

/** Whom a {@link Notice} is for. */
public sealed interface Recipient {

    /**
     * Somebody's telephone, by SMS.
     *
     * @param who is kept in clear and shown by name: {@code volunteer:7}, {@code family:12:1}
     *     (person and place), {@code duty:NAME}
     */
    record Phone(String who, PhoneNumber number) implements Recipient {
        private static final Pattern FORM =
                Pattern.compile(
                        "volunteer:[1-9]\\d{0,18}|family:[1-9]\\d{0,18}:\\d{1,3}|duty:[\\p{L}\\p{N} ]{1,40}");

        /**
         * @throws IllegalArgumentException if {@code who} has another form
         */
        public Phone {
            if (!FORM.matcher(who).matches()) {
                throw new IllegalArgumentException("not somebody who has a telephone");
            }
        }

        public static Phone ofVolunteer(long id, PhoneNumber number) {
            return new Phone("volunteer:" + id, number);
        }

        /**
         * @param place among the person's family, from 0
         */
        public static Phone ofFamily(long person, int place, PhoneNumber number) {
            return new Phone("family:" + person + ":" + place, number);
        }

        /**
         * @param name of the duty phone
         */
        public static Phone ofDuty(String name, PhoneNumber number) {
            return new Phone("duty:" + name, number);
        }
    }

    /** The readers of one robot, mailbox or webhook. */
    record Channel(String name) implements Recipient {}

    /** Every robot, mailbox and webhook that is set to hear of such a notice. */
    record Listeners() implements Recipient {}
}
