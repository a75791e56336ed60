package cn.anxin.hotline.escalation;

/**
 * Whether we ring a person, or talk with them, at this moment. Implemented by the room that asks
 * them every day. Any thread; reads only, in the caller's transaction if there is one.
 */
public interface PersonOnTheLine {

    boolean isOnTheLine(long person);
}
