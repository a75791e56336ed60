package cn.anxin.hotline.inbound;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.DutyWatcher;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps who of the duty desk talked with whom. */
@Component
class DeskWatch implements DutyWatcher {
    private final Journal journal;
    private final TransactionTemplate transaction;

    DeskWatch(Journal journal, TransactionTemplate transaction) {
        this.journal = journal;
        this.transaction = transaction;
    }

    @Override
    public void answered(CallId caller, String dutyPhone, Instant at) {
        transaction.executeWithoutResult(_ ->
                journal.write(
                        Entry.of("desk-answered", Actor.duty(dutyPhone))
                                .on(caller)
                                .with("at", at.toString())));
    }
}
