package cn.anxin.hotline.call;

import java.time.Duration;

/**
 * How a call goes on when its {@link Dialogue} is over. It is carried out by the native dialplan,
 * so that nothing of ours has to stay alive for it.
 */
public sealed interface Ending {

    /** Nothing more is owed on this line. */
    record HangUp() implements Ending {}

    /**
     * The duty phones ring until one is answered; the caller waits on the line.
     *
     * @param meanwhile said while they ring already, and cut off when one is answered; one of those
     *     that {@code dialplans/musiconhold.conf} knows
     */
    record DutyDesk(Urgency urgency, Prompt.Catalogued meanwhile) implements Ending {

        public DutyDesk(Urgency urgency, String meanwhile) {
            this(urgency, new Prompt.Catalogued(meanwhile, false));
        }
    }

    /**
     * The number rings and talks with whoever is on this line. Afterwards a dialogue holds the line
     * again and knows by {@link Line#connected} what came of it, unless they have hung up; should
     * there be none then, the duty desk has it. Only of a call that we placed.
     *
     * @param number one that the roster knows; never one that somebody told us
     * @param ring how long it may ring unanswered, in whole seconds
     */
    record Connect(PhoneNumber number, Duration ring) implements Ending {}

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
