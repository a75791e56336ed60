package cn.anxin.hotline.call;

/**
 * How a call goes on when its {@link Dialogue} is over. It is carried out by the native dialplan,
 * so that nothing of ours has to stay alive for it.
 */
public sealed interface Ending {

    /** Nothing more is owed on this line. */
    record HangUp() implements Ending {}

    /** The duty phones ring until one is answered; the caller waits on the line. */
    record DutyDesk(Urgency urgency) implements Ending {}

    /** Place in the duty queue; an emergency goes before everybody. */
    enum Urgency {
        ROUTINE(0),
        HELP(50),
        EMERGENCY(100);

        private final int queuePriority;

        Urgency(int queuePriority) {
            this.queuePriority = queuePriority;
        }

        /** The value for Asterisk's {@code QUEUE_PRIO}; higher is sooner. */
        public int queuePriority() {
            return queuePriority;
        }
    }
}
