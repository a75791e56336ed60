package cn.anxin.hotline.console;

import static java.util.stream.Collectors.joining;

import cn.anxin.hotline.people.intake.report.ImportReport;
import cn.anxin.hotline.people.intake.report.ImportReport.Added;
import cn.anxin.hotline.people.intake.report.ImportReport.Changed;
import cn.anxin.hotline.people.intake.report.ImportReport.FileRead;
import cn.anxin.hotline.people.intake.report.ImportReport.Removed;
import cn.anxin.hotline.people.intake.report.Reason;
import java.util.ArrayList;
import java.util.List;

/** An import as one would tell it: the sums, what was read, then a line for each row. */
final class ImportText {
    private final ImportReport report;
    private final boolean preview;
    private final Tongue tongue;
    private final List<String> lines = new ArrayList<>();

    private ImportText(ImportReport report, boolean preview, Tongue tongue) {
        this.report = report;
        this.preview = preview;
        this.tongue = tongue;
    }

    /**
     * @param preview whether nothing has come in yet
     */
    static String of(ImportReport report, boolean preview, Tongue tongue) {
        var text = new ImportText(report, preview, tongue);
        text.sums();
        text.file(report.read());
        text.rows();
        text.next();
        return String.join("\n", text.lines) + "\n";
    }

    private void sums() {
        say(
                will() + "新增 %d 人，" + will() + "修改 %d 人，不变 %d 人，没有导入 %d 行",
                "%d " + would() + "added, %d " + would() + "changed, %d unchanged, %d rejected",
                report.added(),
                report.changed(),
                report.unchanged(),
                report.rejectedRows());
        if (report.missing() > 0) {
            say(
                    "这些村居委有 %d 人不在文件里，其中 %d 人" + will() + "离开名单",
                    "%d of these committees are not in the file, %d " + would() + "removed",
                    report.missing(),
                    report.removed());
        }
    }

    private void file(FileRead read) {
        if (!read.sheet().isEmpty()) {
            say("读取：工作表“%s”", "read: sheet \"%s\"", read.sheet());
        }
        if (read.hiddenRows() > 0) {
            say("隐藏的行也读了：%d 人", "read: %d people in hidden rows", read.hiddenRows());
        }
        names("隐藏的列也读了：", "read: hidden columns ", read.hiddenColumns());
        names(
                "注意，这些工作表也像名单，里面的人没有读，请用 sheet 写明另导一次：",
                "MIND: these sheets look like rosters too and were not read, import each by its name (sheet): ",
                read.otherRosters());
        names(
                "没有读：工作表 ",
                "not read: sheets ",
                read.otherSheets().stream()
                        .filter(name -> !read.otherRosters().contains(name))
                        .toList());
        names("没有读：隐藏的工作表 ", "not read: hidden sheets ", read.hiddenSheets());
        names("没有读：列 ", "not read: columns ", read.ignoredColumns());
    }

    private void rows() {
        if (preview) {
            report.additions().forEach(this::added);
        }
        report.changes().forEach(this::changed);
        report.removals().forEach(this::removed);
        report.rejected()
                .forEach(fault ->
                        row(fault.line(), fault.column(), fault.reason(), "没有导入，", "rejected: "));
        report.remarks()
                .forEach(remark -> row(remark.line(), remark.column(), remark.what(), "", ""));
        var left = report.leftOff();
        int more =
                (preview ? left.additions() : 0)
                        + left.changes()
                        + left.removals()
                        + left.rejected()
                        + left.remarks();
        if (more > 0) {
            say("还有 %d 行，这里没有列出", "%d more lines are not shown", more);
        }
    }

    private void next() {
        if (!preview) {
            return;
        }
        if (report.confirm() > 0) {
            say(
                    "有村居委超过三分之一的人会离开名单；确实如此，导入时请加上 confirm %d",
                    "more than a third of a committee would leave; if so, import it with confirm %d",
                    report.confirm());
        }
        say("导入时要和这次预览完全一样：fingerprint %s", "exactly this: fingerprint %s", report.fingerprint());
    }

    private void added(Added added) {
        say(
                "第 %d 行 %s，%s：新增",
                "line %d: %s, %s: new", added.line(), added.name(), added.committee());
    }

    private void changed(Changed changed) {
        var differences =
                changed.differences().stream()
                        .map(one ->
                                "%s “%s” → “%s”"
                                        .formatted(one.column(), one.was(), one.becomes())
                                        .strip())
                        .collect(joining(tongue.says("；", "; ")));
        say("第 %d 行 %s：%s", "line %d: %s: %s", changed.line(), changed.name(), differences);
    }

    private void removed(Removed removed) {
        say(
                "编号 %d %s，%s：不在文件里，" + will() + "离开名单",
                "person %d: %s, %s: not in the file, " + would() + "removed",
                removed.id(),
                removed.name(),
                removed.committee());
    }

    private void row(long line, String column, Reason reason, String zh, String en) {
        say(
                "第 %d 行%s：%s%s",
                "line %d%s: %s%s",
                line,
                column.isEmpty() ? "" : " " + column,
                tongue.says(zh, en),
                tongue.says(reason.zh(), reason.en()));
    }

    private void names(String zh, String en, List<String> names) {
        if (!names.isEmpty()) {
            var all =
                    names.stream()
                            .map(name -> tongue.says("“%s”", "\"%s\"").formatted(name))
                            .collect(joining(tongue.says("、", ", ")));
            lines.add(tongue.says(zh, en) + all);
        }
    }

    /** Whatever a file brings in stays in its line. */
    private void say(String zh, String en, Object... told) {
        lines.add(tongue.says(zh, en).formatted(told).replaceAll("\\p{Cntrl}", " "));
    }

    private String will() {
        return preview ? "将" : "";
    }

    private String would() {
        return preview ? "would be " : "";
    }
}
