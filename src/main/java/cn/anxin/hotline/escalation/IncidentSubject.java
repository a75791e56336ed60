package cn.anxin.hotline.escalation;

import java.util.Optional;

/**
 * Tells what an incident without a person is about. Implemented by the room that opens such
 * incidents. Any thread; reads only.
 */
public interface IncidentSubject {

    /** Empty if it is none of that room's. */
    Optional<Words> of(long incident);

    /**
     * @param title for screens, at most 60 characters
     * @param spoken whole sentences for the telephone, at most 300 characters
     */
    record Words(String title, String spoken) {

        /** May name a place. */
        @Override
        public String toString() {
            return "Words[" + spoken.length() + " characters]";
        }
    }
}
