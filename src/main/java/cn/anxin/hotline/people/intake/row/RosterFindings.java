package cn.anxin.hotline.people.intake.row;

import cn.anxin.hotline.people.intake.report.ImportReport.Rejected;
import cn.anxin.hotline.people.intake.report.ImportReport.Remark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was found in the rows of a file besides people. */
public final class RosterFindings {
    private final List<Rejected> faults = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private int rejectedRows;
    private int repeatedRows;

    void reject(List<Rejected> ofOneRow) {
        rejectedRows++;
        faults.addAll(ofOneRow);
    }

    void repeat(long line, long ofLine) {
        repeatedRows++;
        remarks.add(new Remark(line, "", Remarks.repeats(ofLine)));
    }

    void remark(Remark remark) {
        remarks.add(remark);
    }

    public int rejectedRows() {
        return rejectedRows;
    }

    public int repeatedRows() {
        return repeatedRows;
    }

    public List<Rejected> faults() {
        return faults.stream().sorted(Comparator.comparingLong(Rejected::line)).toList();
    }

    public List<Remark> remarks() {
        return remarks.stream().sorted(Comparator.comparingLong(Remark::line)).toList();
    }
}
