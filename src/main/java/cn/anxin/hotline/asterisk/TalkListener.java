package cn.anxin.hotline.asterisk;

import cn.anxin.hotline.call.CallId;

/** Hears that somebody on a call began to speak, as {@code TALK_DETECT} tells it over AMI. */
public interface TalkListener {

    /** Returns at once, never fails; a call it does not know is no error. Any thread. */
    void talkingStarted(CallId call);
}
