package cn.anxin.hotline.notice;

/** In which order one channel's messages leave, and which of them a channel wants to hear. */
public enum Urgency {
    /** Summaries, reminders, what is over again. */
    ROUTINE,
    /** Somebody has to do something today. */
    URGENT,
    /** Somebody has to do something now. */
    EMERGENCY
}
