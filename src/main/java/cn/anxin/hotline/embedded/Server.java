package cn.anxin.hotline.embedded;

import java.io.IOException;
import java.util.Map;

/** A database server of our own, a process that outlives ours. One thread at a time. */
interface Server {

    String name();

    /** The settings by which the service finds it, the same as long as we live. */
    Map<String, String> address() throws IOException;

    /** Whether the service can do without it. */
    boolean dispensable();

    /** Whether its process is there; says nothing of its health. */
    boolean runs();

    /**
     * Takes over the one that runs on our files, else starts one. Returns once it answers.
     *
     * @throws DatabaseFailed if it does not come up; may be tried again
     */
    void start() throws InterruptedException;

    /** Ends it in good order; no error if it is gone. */
    void stop() throws InterruptedException;
}
