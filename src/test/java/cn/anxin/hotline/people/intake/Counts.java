package cn.anxin.hotline.people.intake;

import cn.anxin.hotline.people.intake.report.ImportReport;
import cn.anxin.hotline.people.intake.report.ImportResult;

/** How many of a roster came in as what. */
public record Counts(int added, int changed, int unchanged, int rejected) {

    public static Counts of(ImportResult result) {
        var report = (ImportReport) result;
        return new Counts(
                report.added(), report.changed(), report.unchanged(), report.rejectedRows());
    }
}
