package cn.anxin.hotline.people.intake;

import cn.anxin.hotline.people.Categories;
import cn.anxin.hotline.people.MaskedName;
import cn.anxin.hotline.people.intake.ImportPlan.Addition;
import cn.anxin.hotline.people.intake.ImportPlan.Changed;
import cn.anxin.hotline.people.intake.ImportPlan.Enrolment;
import cn.anxin.hotline.people.intake.MissingPeople.Enrolled;
import cn.anxin.hotline.people.intake.header.RosterHeader;
import cn.anxin.hotline.people.intake.report.ImportReport;
import cn.anxin.hotline.people.intake.report.ImportReport.Added;
import cn.anxin.hotline.people.intake.report.ImportReport.Difference;
import cn.anxin.hotline.people.intake.report.ImportReport.LeftOff;
import cn.anxin.hotline.people.intake.report.ImportReport.Removed;
import cn.anxin.hotline.people.intake.row.ProfileField;
import cn.anxin.hotline.people.intake.row.RosterReading;
import java.util.ArrayList;
import java.util.Comparator;

/** Tells an import to whoever keeps the roster: masked, bounded, in the order of the lines. */
final class ReportedImport {

    private ReportedImport() {}

    static ImportReport of(
            RosterReading file, ImportPlan plan, MissingPeople missing, Categories categories) {
        var faults = file.findings().faults();
        var remarks = file.findings().remarks();
        var changes =
                plan.changes().stream().sorted(Comparator.comparingLong(Changed::line)).toList();
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
                        .map(change -> changed(change, file.header(), categories))
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

    private static ImportReport.Changed changed(
            Changed changed, RosterHeader header, Categories categories) {
        var before = changed.change().before();
        var differences = new ArrayList<Difference>();
        if (changed.enrolment() != Enrolment.STAYS) {
            boolean returns = changed.enrolment() == Enrolment.RETURNS;
            differences.add(
                    new Difference(
                            "enrolled", "", returns ? "不在名单" : "在名单", returns ? "在名单" : "不在名单"));
        }
        for (var key : changed.change().fields()) {
            var field = ProfileField.of(key);
            differences.add(
                    new Difference(
                            key,
                            header.name(field.column()),
                            field.masked(before, categories),
                            field.masked(changed.change().after(), categories)));
        }
        return new ImportReport.Changed(changed.line(), MaskedName.of(before.name()), differences);
    }

    private static Removed removed(Enrolled person) {
        return new Removed(person.id(), MaskedName.of(person.name()), person.committee());
    }
}
