package cn.anxin.hotline.behaviour.phone;

import java.time.Duration;
import java.util.function.Consumer;

/** What somebody does when the telephone rings. Runs on a thread of its own, one per call. */
@FunctionalInterface
public interface Manners {

    void take(IncomingCall call);

    static Manners neverAnswers() {
        return IncomingCall::ring;
    }

    static Manners refuses(int status) {
        return call -> call.refuse(status);
    }

    static Manners answers(Duration after, Consumer<IncomingCall> then) {
        return call -> {
            call.ring();
            if (call.linger(after)) {
                call.answer();
                then.accept(call);
            }
        };
    }
}
