package cn.anxin.hotline.people.intake;

import cn.anxin.hotline.people.intake.ImportReport.Rejected;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The rows that do not come in. */
final class RosterFaults {
    private static final int MOST = 1000;

    private final List<Rejected> faults = new ArrayList<>();
    private int rows;

    void add(List<Rejected> ofOneRow) {
        rows++;
        faults.addAll(ofOneRow.subList(0, Math.min(ofOneRow.size(), MOST - faults.size())));
    }

    int rows() {
        return rows;
    }

    List<Rejected> byLine() {
        return faults.stream().sorted(Comparator.comparingLong(Rejected::line)).toList();
    }
}
