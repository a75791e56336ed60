package cn.anxin.hotline.call;

import java.time.Instant;

/**
 * Is told who of the duty desk took which caller. Told on the thread of the {@link CallWatcher}s,
 * one word at a time, so it may use the database. News only: a word is lost when Asterisk, the link
 * to it or the service dies at that moment, and may come twice. An exception is logged and the
 * other watchers are told all the same.
 */
public interface DutyWatcher {

    /**
     * Somebody at the duty desk and the caller can hear each other.
     *
     * @param dutyPhone the queue member's name, as in {@link DutyPhones.Phone#name}
     */
    void answered(CallId caller, String dutyPhone, Instant at);

    /**
     * The caller hung up while the duty phones rang. Somebody owes a call back. Between two rounds
     * of ringing, and while all of ours is dead, the dialplan's own note says it instead.
     */
    void abandoned(CallId caller, Instant at);
}
