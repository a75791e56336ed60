package cn.anxin.hotline.wellness.plan;

/** What a plan means on one day. */
public sealed interface DayPlan {

    record Rung(Chances chances) implements DayPlan {}

    record NotRung(Reason reason) implements DayPlan {}

    enum Reason {
        /** Not on this day of the week. */
        WEEKDAY,
        /** Not on public holidays. */
        HOLIDAY
    }
}
