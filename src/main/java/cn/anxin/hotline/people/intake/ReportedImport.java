package cn.anxin.hotline.people.intake;

import cn.anxin.hotline.people.MaskedName;
import cn.anxin.hotline.people.intake.ImportPlan.Addition;
import cn.anxin.hotline.people.intake.ImportPlan.Change;
import cn.anxin.hotline.people.intake.MissingPeople.Enrolled;
import cn.anxin.hotline.people.intake.report.ImportReport;
import cn.anxin.hotline.people.intake.report.ImportReport.Added;
import cn.anxin.hotline.people.intake.report.ImportReport.Changed;
import cn.anxin.hotline.people.intake.report.ImportReport.Difference;
import cn.anxin.hotline.people.intake.report.ImportReport.LeftOff;
import cn.anxin.hotline.people.intake.report.ImportReport.Removed;
import cn.anxin.hotline.people.intake.row.RosterHeader;
import cn.anxin.hotline.people.intake.row.RosterReading;
import java.util.ArrayList;
import java.util.Comparator;

/** Tells an import to whoever keeps the roster: masked, bounded, in the order of the lines. */
final class ReportedImport {

    private ReportedImport() {}

    static ImportReport of(RosterReading file, ImportPlan plan, MissingPeople missing) {
        var faults = file.findings().faults();
        var remarks = file.findings().remarks();
        var changes =
                plan.changes().stream().sorted(Comparator.comparingLong(Change::line)).toList();
        return new ImportReport(
                ImportFingerprint.of(plan, missing, faults),
                file.whatWasRead(),
                plan.additions().size(),
                changes.size(),
                plan.unchanged().size(),
                file.findings().repeatedRows(),
                file.findings().rejectedRows(),
                missing.all(),
                missing.leaving().size(),
                missing.confirm(),
                ImportReport.shown(plan.additions()).stream().map(ReportedImport::added).toList(),
                ImportReport.shown(changes).stream()
                        .map(change -> changed(change, file.header()))
                        .toList(),
                ImportReport.shown(missing.leaving()).stream()
                        .map(ReportedImport::removed)
                        .toList(),
                ImportReport.shown(faults),
                ImportReport.shown(remarks),
                LeftOff.of(plan.additions(), changes, missing.leaving(), faults, remarks));
    }

    private static Added added(Addition addition) {
        var profile = addition.profile();
        return new Added(addition.line(), MaskedName.of(profile.name()), profile.committee());
    }

    private static Changed changed(Change change, RosterHeader header) {
        var before = change.stored().profile();
        var differences = new ArrayList<Difference>();
        if (change.returns()) {
            differences.add(new Difference("enrolled", "", "不在名单", "在名单"));
        }
        for (var field : change.fields()) {
            differences.add(
                    new Difference(
                            field.key(),
                            header.name(field.column()),
                            field.masked(before),
                            field.masked(change.profile())));
        }
        return new Changed(change.line(), MaskedName.of(before.name()), differences);
    }

    private static Removed removed(Enrolled person) {
        return new Removed(person.id(), MaskedName.of(person.name()), person.committee());
    }
}
