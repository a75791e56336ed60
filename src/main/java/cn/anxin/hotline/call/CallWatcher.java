package cn.anxin.hotline.call;

/**
 * Is told how calls end. Told on a thread of its own, one call at a time, so it may use the
 * database; the same end may be told twice, late, or (after a crash of ours) not at all, in which
 * case {@link #resynchronised} is the only word of it. An exception is logged and the other
 * watchers are told all the same.
 */
public interface CallWatcher {

    void ended(CallEnded end);

    /** After every (re)connection to Asterisk and about every 15 s. */
    void resynchronised(LiveCalls live);
}
