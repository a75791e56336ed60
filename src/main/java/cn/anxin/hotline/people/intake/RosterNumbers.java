package cn.anxin.hotline.people.intake;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.call.PhoneNumber;
import java.util.Optional;

/** Reads the telephone numbers of a roster. */
final class RosterNumbers {
    private final NumberPlan plan;
    private final Optional<PhoneNumber> hotline;

    RosterNumbers(NumberPlan plan, HotlineSettings settings) {
        this.plan = plan;
        this.hotline = PhoneNumber.parse(settings.number(), plan);
    }

    /** Empty, and rejected in the cells, if it cannot be rung. */
    Optional<PhoneNumber> read(String text, RosterCells cells, RosterColumn column) {
        var number = PhoneNumber.parse(text, plan);
        if (number.isEmpty()) {
            cells.reject(column, Reason.BROKEN_NUMBER);
        } else if (number.equals(hotline)) {
            cells.reject(column, Reason.OUR_NUMBER);
        }
        return number;
    }
}
