package cn.anxin.hotline.wellness.plan;

/** How a public holiday is treated. */
public enum OnHolidays {
    /** Like any other day: every served person, every day. */
    SAME,
    /** Rung in the windows for holidays: families sleep longer. */
    OWN_WINDOWS,
    /** Not rung; the day's record says so. */
    NOT_RUNG
}
