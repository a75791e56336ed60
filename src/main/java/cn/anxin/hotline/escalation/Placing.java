package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.escalation.ladder.Contact;
import java.time.Duration;
import java.util.List;

/**
 * A call that is committed and has now to be dialled.
 *
 * @param incidents what it tells of
 */
record Placing(CallId call, Contact contact, Duration ring, List<Long> incidents) {
    Placing {
        incidents = List.copyOf(incidents);
    }
}
