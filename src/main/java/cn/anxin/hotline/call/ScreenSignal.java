package cn.anxin.hotline.call;

/** Tells screens that what they show has changed. A hint only: losing it loses nothing. */
public interface ScreenSignal {

    /** Returns at once, never fails. */
    void changed();
}
