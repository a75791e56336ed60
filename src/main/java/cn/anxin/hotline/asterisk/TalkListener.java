package cn.anxin.hotline.asterisk;

import cn.anxin.hotline.call.CallId;

/**
 * Is told when a voice is heard on a call for which the dialplan set {@code TALK_DETECT}. Told soon
 * after, on a thread of its own, one call at a time; must return at once. May be told of calls it
 * does not know, and not at all while the link to Asterisk is down.
 */
public interface TalkListener {

    void talkingStarted(CallId call);
}
