package cn.anxin.hotline.asterisk;

import cn.anxin.hotline.call.CallId;
import java.time.Duration;

/**
 * Hears that somebody on a call began or ceased to speak, as {@code TALK_DETECT} tells it over AMI.
 */
public interface TalkListener {

    /** Returns at once, never fails; a call it does not know is no error. Any thread. */
    void talkingStarted(CallId call);

    /**
     * The same.
     *
     * @param spoken for how long, without the pause by which it is known that they ceased
     */
    void talkingStopped(CallId call, Duration spoken);
}
