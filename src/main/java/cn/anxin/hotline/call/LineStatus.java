package cn.anxin.hotline.call;

/**
 * How our link to Asterisk stands at this moment; calls already answered go on without it.
 * Implemented by the room that knows Asterisk. Any thread; answers at once.
 */
public interface LineStatus {

    /** Whether we hear Asterisk and it does as we say. */
    boolean connected();
}
