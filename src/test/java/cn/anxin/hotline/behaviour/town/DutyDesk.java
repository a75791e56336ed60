package cn.anxin.hotline.behaviour.town;

import cn.anxin.hotline.behaviour.phone.Manners;

/**
 * The telephones of the duty desk.
 *
 * @param phone registered with our Asterisk
 * @param mobile an ordinary number; rings together with the phone
 */
public record DutyDesk(Handset phone, Handset mobile) {

    /** Nobody hears the mobile. */
    public DutyDesk {
        mobile.always(Manners.neverAnswers());
    }

    /** Takes the receiver when the phone rings for this caller; is busy for others. */
    public Talk picksUp(String caller) {
        return phone.picksUp(caller);
    }
}
