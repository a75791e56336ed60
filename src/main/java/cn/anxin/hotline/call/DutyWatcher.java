package cn.anxin.hotline.call;

import java.time.Instant;

/**
 * Is told who of the duty desk took which caller. Told on the thread of the {@link CallWatcher}s,
 * one word at a time, so it may use the database. News only: a word is lost when Asterisk, the link
 * to it or the service dies at that moment, and may come twice. An exception is logged and the
 * other watchers are told all the same. Whoever gives up waiting is told by the dialplan's own
 * note: Asterisk's {@code QueueCallerAbandon} also ends each round of ringing.
 */
public interface DutyWatcher {

    /**
     * Somebody at the duty desk and the caller can hear each other.
     *
     * @param dutyPhone the queue member's name, as in {@link DutyPhones.Phone#name}
     */
    void answered(CallId caller, String dutyPhone, Instant at);
}
