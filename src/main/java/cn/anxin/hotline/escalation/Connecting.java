package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.PhoneNumber;
import java.time.Duration;

/** What became of somebody's wish to be put through to the person. */
public sealed interface Connecting {

    /** Committed: their line is now to be connected. */
    record To(PhoneNumber number, Duration ring) implements Connecting {}

    /** The person is being rung by us, or talks with us or with somebody else whom we rang. */
    record OnTheLine() implements Connecting {}

    /** Every channel to the outside is taken. */
    record NoFreeChannel() implements Connecting {}

    /** It has been settled meanwhile. */
    record Over() implements Connecting {}
}
