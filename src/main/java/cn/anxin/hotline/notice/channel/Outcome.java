package cn.anxin.hotline.notice.channel;

import cn.anxin.hotline.notice.Fault;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one attempt to send. */
public sealed interface Outcome {

    /**
     * The other side has it.
     *
     * @param receipt what it knows the message by, if it says so
     */
    record Taken(@Nullable String receipt) implements Outcome {}

    /**
     * It may be tried again.
     *
     * @param rest for how long the other side wants nothing at all; null: it does not say
     */
    record NotNow(Fault fault, @Nullable Duration rest) implements Outcome {

        NotNow(Fault fault) {
            this(fault, null);
        }
    }

    /** It must not be tried again: it would never be taken. */
    record Never(Fault fault) implements Outcome {}
}
