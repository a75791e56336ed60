package cn.anxin.hotline.notice.channel;

import cn.anxin.hotline.notice.Fault;
import java.util.Set;

/**
 * How a chat robot says no: always with status 200, and an {@code errcode} that is not 0. A code
 * that is not listed is tried again: what we do not know may pass.
 *
 * @param throttled too many at once
 * @param notAllowed the robot's key, signature or list of addresses
 * @param refused this very message
 */
record Errcodes(Set<Integer> throttled, Set<Integer> notAllowed, Set<Integer> refused) {

    Outcome read(HttpAnswer answer) {
        return answer.failure().orElseGet(() -> readBody(answer));
    }

    private Outcome readBody(HttpAnswer answer) {
        return answer.json()
                .map(body -> body.at("/errcode"))
                .filter(code -> code.isInt())
                .map(code -> of(code.asInt()))
                .orElseGet(() -> new Outcome.NotNow(Fault.UNREADABLE));
    }

    private Outcome of(int code) {
        if (code == 0) {
            return new Outcome.Taken(null);
        }
        if (throttled.contains(code)) {
            return new Outcome.NotNow(Fault.THROTTLED, Throttle.PAUSE);
        }
        if (notAllowed.contains(code)) {
            return new Outcome.NotNow(Fault.NOT_ALLOWED);
        }
        return refused.contains(code)
                ? new Outcome.Never(Fault.REFUSED)
                : new Outcome.NotNow(Fault.NOT_TAKEN);
    }
}
