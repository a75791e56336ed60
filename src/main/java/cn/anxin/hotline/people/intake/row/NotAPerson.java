package cn.anxin.hotline.people.intake.row;

import cn.anxin.hotline.people.intake.header.RosterColumn;
import cn.anxin.hotline.people.intake.report.Reason;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells rows that are about nobody: sums, signatures, notes, the header of the next page. */
final class NotAPerson {
    private static final Pattern SUM = Pattern.compile("(合计|总计|小计|共计|本页合计|本页小计|总人数|合计人数)[:：]?.*");

    /** How the last lines of a form begin; a person may yet stand behind them, and has a number. */
    private static final Pattern LAST_LINES =
            Pattern.compile(
                    "(制表|填表|填报|审核|复核|核对|经办|统计|负责人|单位负责|盖章|注[:：]|备注[:：]|说明[:：]|填写说明|联系人[:：]"
                            + "|日期[:：]|共 ?\\d+ ?[人户名]).*");

    private static final Pattern NUMBERING = Pattern.compile("\\d*[.、]?");

    private NotAPerson() {}

    static Optional<Reason> why(RosterCells cells) {
        var header = cells.header();
        var name = header.place(RosterColumn.NAME).map(cells::glance).orElse("");
        if (RosterColumn.of(name).filter(RosterColumn.NAME::equals).isPresent()) {
            return Optional.of(Remarks.HEADER_AGAIN);
        }
        var first = cells.first();
        if (SUM.matcher(first).matches() || SUM.matcher(name).matches()) {
            return Optional.of(Remarks.NOBODY);
        }
        if (cells.sayNothing()) {
            // forms come with their rows numbered
            return NUMBERING.matcher(first).matches()
                    ? Optional.of(Remarks.EMPTY)
                    : Optional.of(Remarks.NOBODY);
        }
        boolean reachable =
                header.ownNumbers().stream().anyMatch(place -> !cells.glance(place).isEmpty());
        return LAST_LINES.matcher(first).matches() && !reachable
                ? Optional.of(Remarks.NOBODY)
                : Optional.empty();
    }
}
