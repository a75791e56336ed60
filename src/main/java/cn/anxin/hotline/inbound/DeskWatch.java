package cn.anxin.hotline.inbound;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.DutyWatcher;
import cn.anxin.hotline.cases.Cases;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps who of the duty desk talked with whom, and that whoever gave up waiting is owed a call. */
@Component
class DeskWatch implements DutyWatcher {
    private final Cases cases;
    private final Journal journal;
    private final TransactionTemplate transaction;

    DeskWatch(Cases cases, Journal journal, TransactionTemplate transaction) {
        this.cases = cases;
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

    @Override
    public void abandoned(CallId caller, Instant at) {
        transaction.executeWithoutResult(_ ->
                journal.write(
                        Entry.of("desk-abandoned", Actor.SYSTEM)
                                .on(caller)
                                .with("at", at.toString())));
        if (caller.purpose() == CallPurpose.INBOUND) {
            cases.oweCallBack(caller);
        }
    }
}
