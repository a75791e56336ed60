package cn.anxin.hotline.notice.channel;

import java.io.IOException;

/** A way out of the house. Any thread, several at a time; never called inside a transaction. */
public interface Channel {

    ChannelTerms terms();

    /**
     * Tries once. May take for ever: whoever calls interrupts it at the end of their patience.
     *
     * @throws IOException if the line broke; it may have been sent all the same
     */
    Outcome send(Message message) throws IOException, InterruptedException;
}
