package cn.anxin.hotline.escalation;

import org.jspecify.annotations.Nullable;

/** What became of somebody's word that they take an incident. */
public sealed interface Taking {

    /** It is theirs. */
    record Taken() implements Taking {}

    /**
     * Somebody else has it, or it is settled.
     *
     * @param by who answers for it, as the journal names them; null if nobody does any more
     */
    record TooLate(@Nullable String by) implements Taking {}
}
