package cn.anxin.hotline.escalation.course;

import cn.anxin.hotline.journal.Actor;

/** What is owed to people because of what has happened. Committed together with the course. */
public sealed interface Effect {

    /** Ring the taker and ask how it stands. */
    record Ask(Actor taker) implements Effect {}

    /** Let somebody know, who might set out or be on the way. */
    record Tell(Actor whom, News news) implements Effect {}

    /** For the journal. */
    record Note(String kind, Actor by) implements Effect {}

    enum News {
        /** Their time passed without a word: others are rung. */
        LAPSED,
        /** Somebody else settled it. */
        SETTLED,
        /** Somebody else has accepted what they handed over. */
        ACCEPTED,
        /** It is worse than they were told, and others are rung as well. */
        WORSE
    }
}
