package cn.anxin.hotline.people.intake.row;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.people.intake.header.Place;
import cn.anxin.hotline.people.intake.sheet.Cell.Kind;
import cn.anxin.hotline.people.intake.words.WrittenNumbers;
import cn.anxin.hotline.people.intake.words.WrittenNumbers.Result.Read;
import cn.anxin.hotline.people.intake.words.WrittenNumbers.Result.Unreadable;
import java.util.List;
import java.util.Optional;

/** Reads the telephone numbers of a roster. */
public final class RosterNumbers {
    private final NumberPlan plan;
    private final Optional<PhoneNumber> hotline;

    public RosterNumbers(NumberPlan plan, HotlineSettings settings) {
        this.plan = plan;
        this.hotline = PhoneNumber.parse(settings.number(), plan);
    }

    /** All of one cell; none, and the cell rejected, if one of them cannot be rung. */
    List<PhoneNumber> read(RosterCells cells, Place place) {
        var cell = cells.numbers(place);
        if (cell.kind() == Kind.DATE) {
            cells.reject(place.header(), Reasons.BECAME_DATE);
            return List.of();
        }
        return switch (WrittenNumbers.read(cell.text(), cell.kind() == Kind.NUMBER, plan)) {
            case Unreadable unreadable -> {
                cells.reject(place.header(), unreadable.reason());
                yield List.of();
            }
            case Read read -> {
                if (read.zeroRestored()) {
                    cells.remark(place, Remarks.ZERO_RESTORED);
                }
                if (hotline.isPresent() && read.numbers().contains(hotline.get())) {
                    cells.reject(place.header(), Reasons.OUR_NUMBER);
                }
                yield read.numbers();
            }
        };
    }
}
