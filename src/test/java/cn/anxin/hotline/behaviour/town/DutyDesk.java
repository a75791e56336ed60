package cn.anxin.hotline.behaviour.town;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.behaviour.phone.IncomingCall;
import cn.anxin.hotline.behaviour.phone.Manners;
import cn.anxin.hotline.behaviour.phone.Phone;
import java.time.Duration;

/**
 * The telephones of the duty desk: all of them ring for everybody, and each story takes those calls
 * that are its own, by the number they show: the caller's, or of somebody whom we have called. Only
 * calls for an incident show {@link Installation#NUMBER}: a story that waits for those needs the
 * desk to itself.
 */
public final class DutyDesk {
    private static final Duration RINGS_WITHIN = Duration.ofSeconds(45);
    private static final Duration GIVEN_UP_WITHIN = Duration.ofSeconds(20);

    private final Phone phones;
    private final Town town;

    DutyDesk(Phone phones, Town town) {
        this.phones = phones;
        this.town = town;
    }

    /** Waits until one of the phones rings for this caller. */
    public IncomingCall ringsFor(String caller) {
        var call = phones.nextCallTo(caller, RINGS_WITHIN);
        while (call.hasEnded()) {
            call = phones.nextCallTo(caller, RINGS_WITHIN);
        }
        return call;
    }

    /** The same, and takes the receiver. */
    public Talk picksUp(String caller) {
        var call = ringsFor(caller);
        call.answer();
        return town.listenTo(call);
    }

    /** Lets the phones ring until nobody waits for them any more. */
    public void letsItRing(String caller) {
        var call = ringsFor(caller);
        assertThat(call.endedWithin(GIVEN_UP_WITHIN)).as("somebody gives up ringing").isNotNull();
    }

    /**
     * The desk's mobile. It rings for everybody too and shows only our number: a story that takes
     * it has to be alone.
     */
    public Handset mobile() {
        var mobile = town.handset(Installation.DUTY_MOBILE);
        mobile.always(Manners.neverAnswers());
        return mobile;
    }
}
