package cn.anxin.hotline.watch;

import java.util.Map;

/** What must hold of one room at every moment. Any thread; reads only, within a second or two. */
public interface Invariants {

    /** In lower case, for metrics. */
    String room();

    /**
     * How many rows break each, by its name in upper case with underscores; nought if it holds. The
     * names are the same every time.
     */
    Map<String, Long> breaches();
}
