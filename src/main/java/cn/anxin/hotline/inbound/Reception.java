package cn.anxin.hotline.inbound;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallerPatience;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.cases.Cases;
import cn.anxin.hotline.cases.Need;
import cn.anxin.hotline.escalation.Cause;
import cn.anxin.hotline.escalation.Incidents;
import cn.anxin.hotline.inbound.volunteer.Member;
import cn.anxin.hotline.inbound.volunteer.Members;
import cn.anxin.hotline.journal.CallLog;
import cn.anxin.hotline.people.Roster;
import cn.anxin.hotline.wellness.CallingBack;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Receives a caller: finds out who it is while they hear the greeting, and keeps what they need. A
 * dead database keeps nobody from reaching a person: what could not be kept in time is logged, and
 * the call goes on.
 */
@Component
class Reception {
    private static final Logger log = LoggerFactory.getLogger(Reception.class);

    private final Callers callers;
    private final Cases cases;
    private final Incidents incidents;
    private final CallingBack callingBack;
    private final Members members;
    private final Roster roster;
    private final CallLog callLog;
    private final InboundSettings settings;
    private final TransactionTemplate transaction;

    Reception(
            Callers callers,
            Cases cases,
            Incidents incidents,
            CallingBack callingBack,
            Members members,
            Roster roster,
            CallLog callLog,
            InboundSettings settings,
            TransactionTemplate transaction) {
        this.callers = callers;
        this.cases = cases;
        this.incidents = incidents;
        this.callingBack = callingBack;
        this.members = members;
        this.roster = roster;
        this.callLog = callLog;
        this.settings = settings;
        this.transaction = transaction;
    }

    /** Returns at once. */
    Visit begin(CallId call, Optional<PhoneNumber> number) {
        Executor beside = task -> Thread.ofVirtual().name("reception-" + call).start(task);
        var received = CompletableFuture.supplyAsync(() -> received(call, number), beside);
        var recognised = received.thenApplyAsync(this::recognised, beside);
        return new Visit(call, number.orElse(null), received, recognised);
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

    /**
     * What decides the first question.
     *
     * @param awaited whether we wait for the caller's word of today
     * @param member who of those who help it is, if the number tells
     * @param maybeInNeed whether it may be somebody we care for
     */
    record Recognised(boolean awaited, Optional<Member> member, boolean maybeInNeed) {
        private static final Recognised NOBODY = new Recognised(false, Optional.empty(), true);
    }

    private Recognised recognised(Caller caller) {
        var person = caller.personId();
        var number = caller.number();
        return new Recognised(
                person != null && callingBack.awaited(person),
                number == null ? Optional.empty() : members.at(number),
                number == null || !roster.peopleAt(number).isEmpty());
    }

    /** One call's stay with us. Belongs to its dialogue's thread. */
    final class Visit {
        private final CallId call;
        private final @Nullable PhoneNumber number;
        private final CompletableFuture<Caller> caller;
        private final CompletableFuture<Recognised> recognised;

        private Visit(
                CallId call,
                @Nullable PhoneNumber number,
                CompletableFuture<Caller> caller,
                CompletableFuture<Recognised> recognised) {
            this.call = call;
            this.number = number;
            this.caller = caller;
            this.recognised = recognised;
        }

        /** Known within a moment, or taken for nobody: no caller hears silence for it. */
        Recognised recognised() {
            try {
                return recognised.get(settings.recognition().toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException e) {
                log.warn("Call {}: not known in time who it may be", call);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Recognised.NOBODY;
        }

        /**
         * They have said that they are well.
         *
         * @return whether that is kept
         */
        boolean fine(char key) {
            Runnable keeping =
                    () -> {
                        var person = caller.join().personId();
                        if (person != null) {
                            callingBack.fine(person, call, key);
                        }
                    };
            return CallerPatience.within("That call " + call + " is well", keeping);
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
