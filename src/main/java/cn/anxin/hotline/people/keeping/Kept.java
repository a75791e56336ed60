package cn.anxin.hotline.people.keeping;

/** What became of the wish to change a person's record. */
public sealed interface Kept {

    /**
     * It stands as wished.
     *
     * @param version the record's, from now on
     */
    record Done(long id, int version) implements Kept {}

    /** There is no such person. */
    record Unknown() implements Kept {}

    /** Somebody else was first; look at the record again. */
    record Outdated(int version) implements Kept {}

    /** It is against a rule; trying again does not help. */
    record Refused(Why why) implements Kept {}

    enum Why {
        /** Somebody of this name with one of these numbers is in the roster. */
        SAME_PERSON,
        /** They do not want to be rung: they leave the roster first, or stay out of it. */
        CONSENT_REFUSED,
        /** A category that neither every town has nor this one. */
        UNKNOWN_CATEGORY,
        /** A person cannot be their own volunteer. */
        OWN_VOLUNTEER,
        ALREADY_ENROLLED,
        ALREADY_LEFT
    }
}
