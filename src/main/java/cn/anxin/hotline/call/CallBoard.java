package cn.anxin.hotline.call;

import java.time.Instant;
import java.util.List;

/**
 * The calls in progress, for screens. What it holds may be lost at any moment and is then filled
 * again by the next {@link LiveCalls}; nothing owed may depend on it, and its failures never reach
 * the caller of these methods.
 */
public interface CallBoard {

    void put(Entry entry);

    void remove(CallId call);

    /** All of it, oldest first; while the store is away, what this process put. */
    List<Entry> calls();

    /**
     * @param party the number, masked
     */
    record Entry(CallId call, CallPurpose purpose, String party, Stage stage, Instant since) {}

    enum Stage {
        RINGING,
        TALKING,
        WAITING_FOR_DUTY,
        WITH_DUTY
    }
}
