package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.Destination;
import cn.anxin.hotline.call.PhoneNumber;

/** Somebody who can be rung for an incident. */
sealed interface Contact {

    Destination destination();

    record Volunteer(long id, String name, PhoneNumber number) implements Contact {
        @Override
        public Destination destination() {
            return new Destination.Outside(number);
        }

        @Override
        public String toString() {
            return "Volunteer[" + id + "]";
        }
    }

    /**
     * @param name as the settings call it
     */
    record DutyPhone(String name, Destination destination) implements Contact {}
}
