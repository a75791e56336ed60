package cn.anxin.hotline.wellness;

import cn.anxin.hotline.duework.DueWork;
import cn.anxin.hotline.duework.Nudges;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets checks enter the queue when their time has come, also while no line is free. */
@Component
class QueueEntry implements DueWork {
    /** A whole city falls due at nine sharp. */
    private static final int AT_ONCE = 2000;

    private final CheckQueue queue;
    private final Nudges nudges;
    private final TransactionTemplate transaction;

    QueueEntry(CheckQueue queue, Nudges nudges, TransactionTemplate transaction) {
        this.queue = queue;
        this.nudges = nudges;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "check-queue";
    }

    @Override
    public int sweep(int limit) {
        Integer entered =
                transaction.execute(_ -> {
                    var some = queue.enter(AT_ONCE);
                    if (some > 0) {
                        nudges.nudge(CheckCalls.NAME);
                    }
                    return some;
                });
        return entered != null && entered == AT_ONCE ? limit : 0;
    }
}
