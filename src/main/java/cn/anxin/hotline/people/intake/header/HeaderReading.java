package cn.anxin.hotline.people.intake.header;

import cn.anxin.hotline.people.intake.sheet.SheetRow;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a header that stands in one row, or in two: 联系方式 over 手机 and 座机. */
final class HeaderReading {
    private static final int MOST_IGNORED = 50;
    private static final int LONGEST_IGNORED = 40;
    private static final Set<String> SERIAL = Set.of("序号", "编号", "序", "no", "id");

    /** Headers above that are about somebody else than the person of the row. */
    private static final Pattern OTHERS =
            Pattern.compile("志愿者|结对|家属|子女|亲属|亲友|监护人|联系人|儿子|女儿|配偶|负责人|楼组长|干部");

    /** What one has of others as well; below such a header it is theirs. */
    private static final Set<RosterColumn> OF_ANYBODY =
            EnumSet.of(
                    RosterColumn.NAME,
                    RosterColumn.GENDER,
                    RosterColumn.AGE,
                    RosterColumn.BIRTH,
                    RosterColumn.ADDRESS,
                    RosterColumn.NUMBER,
                    RosterColumn.SPARE_NUMBER);

    private static final Pattern FILLER = Pattern.compile("信息|情况|资料|基本");

    private final List<Place> places = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();

    private HeaderReading() {}

    static RosterHeader one(SheetRow row) {
        var reading = new HeaderReading();
        for (int index = 0; index < row.cells().size(); index++) {
            var cell = row.cell(index);
            if (cell.own()) {
                reading.take(index, cell.text(), RosterColumn.of(cell.text()));
            }
        }
        return reading.header(row, row);
    }

    static RosterHeader two(SheetRow upper, SheetRow lower) {
        var reading = new HeaderReading();
        var above = "";
        int width = Math.max(upper.cells().size(), lower.cells().size());
        for (int index = 0; index < width; index++) {
            var own = upper.cell(index).text();
            // a file without merged cells leaves the places blank that they covered
            above = own.isBlank() ? above : own;
            var below = lower.cell(index).own() ? lower.cell(index).text() : "";
            if (below.isBlank()) {
                reading.take(index, own, RosterColumn.of(own));
            } else {
                reading.take(index, below, under(above, below));
            }
        }
        return reading.header(upper, lower);
    }

    private static Optional<RosterColumn> under(String above, String below) {
        var group = FILLER.matcher(RosterColumn.bare(above)).replaceAll("");
        var together = RosterColumn.of(group + below);
        if (together.isPresent()) {
            return together;
        }
        return RosterColumn.of(below)
                .filter(column -> !OF_ANYBODY.contains(column) || !OTHERS.matcher(group).find());
    }

    private void take(int index, String text, Optional<RosterColumn> column) {
        var header = text.strip().replaceAll("\\s+", " ");
        if (column.isPresent()) {
            places.add(new Place(column.get(), index, header));
        } else if (!header.isEmpty()
                && !SERIAL.contains(RosterColumn.bare(header))
                && ignored.size() < MOST_IGNORED) {
            ignored.add(
                    header.length() > LONGEST_IGNORED
                            ? header.substring(0, LONGEST_IGNORED)
                            : header);
        }
    }

    private RosterHeader header(SheetRow first, SheetRow last) {
        int width = Math.max(first.cells().size(), last.cells().size());
        return new RosterHeader(first.line(), last.line(), width, places, ignored);
    }
}
