package cn.anxin.hotline.inbound;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallerPatience;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.cases.Cases;
import cn.anxin.hotline.cases.Need;
import cn.anxin.hotline.escalation.Cause;
import cn.anxin.hotline.escalation.Incidents;
import cn.anxin.hotline.journal.CallLog;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Receives a caller: finds out who it is while they hear the greeting, and keeps what they need. A
 * dead database keeps nobody from reaching a person: what could not be kept in time is logged, and
 * the call goes on.
 */
@Component
class Reception {
    private final Callers callers;
    private final Cases cases;
    private final Incidents incidents;
    private final CallLog callLog;
    private final TransactionTemplate transaction;

    Reception(
            Callers callers,
            Cases cases,
            Incidents incidents,
            CallLog callLog,
            TransactionTemplate transaction) {
        this.callers = callers;
        this.cases = cases;
        this.incidents = incidents;
        this.callLog = callLog;
        this.transaction = transaction;
    }

    /** Returns at once. */
    Visit begin(CallId call, Optional<PhoneNumber> number) {
        var received =
                CompletableFuture.supplyAsync(
                        () -> received(call, number),
                        task -> Thread.ofVirtual().name("reception-" + call).start(task));
        return new Visit(call, number.orElse(null), received);
    }

    private Caller received(CallId call, Optional<PhoneNumber> number) {
        var caller = callers.identify(number);
        transaction.executeWithoutResult(_ ->
                callLog.began(
                        call,
                        caller.personId(),
                        caller.volunteerId(),
                        number.map(PhoneNumber::e164).orElse(null)));
        return caller;
    }

    /** One call's stay with us. Belongs to its dialogue's thread. */
    final class Visit {
        private final CallId call;
        private final @Nullable PhoneNumber number;
        private final CompletableFuture<Caller> caller;

        private Visit(CallId call, @Nullable PhoneNumber number, CompletableFuture<Caller> caller) {
            this.call = call;
            this.number = number;
            this.caller = caller;
        }

        void needs(Need need) {
            keep(known -> {
                open(need, known);
                var personId = known.personId();
                if (need == Need.EMERGENCY && personId != null) {
                    incidents.open(personId, Cause.EMERGENCY, call);
                }
            });
        }

        /** Whoever withholds the number cannot be called back. */
        void leftWithoutAWord() {
            keep(known -> {
                if (number != null) {
                    open(Need.CALL_BACK, known);
                    cases.oweCallBack(call);
                }
            });
        }

        /** Said what they need and hung up before anybody answered. */
        void leftBeforeAPerson() {
            keep(_ -> cases.oweCallBack(call));
        }

        private void open(Need need, Caller known) {
            cases.open(
                    new Cases.Opening(
                            need,
                            need == Need.EMERGENCY,
                            call,
                            known.personId(),
                            known.number(),
                            null));
        }

        private void keep(Consumer<Caller> what) {
            Runnable keeping =
                    () -> {
                        var known = caller.join();
                        transaction.executeWithoutResult(_ -> what.accept(known));
                    };
            CallerPatience.within("What call " + call + " needs", keeping);
        }
    }
}
