package cn.anxin.hotline.call;

/**
 * A conversation as a straight-line script. Runs on a virtual thread of its own, one per call.
 * Whatever it throws, and whatever kills it, the native dialplan brings the caller to a person.
 */
public interface Dialogue {

    /** The calls that this dialogue holds; one dialogue a purpose. */
    CallPurpose purpose();

    Ending hold(Line line);
}
