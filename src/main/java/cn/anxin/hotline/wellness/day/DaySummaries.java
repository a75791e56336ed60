package cn.anxin.hotline.wellness.day;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.wellness.day.AmendmentList.Amended;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 每日汇总 as it is to be read: of today as things stand, of a day that is over as it was kept, with
 * what has become another since beside it. Reads only; any thread.
 */
@Component
public class DaySummaries {
    private final DayReport report;
    private final DayFigures figures;
    private final DayRecords records;
    private final AmendmentList amendments;
    private final HotlineSettings hotline;

    public DaySummaries(
            DayReport report,
            DayFigures figures,
            DayRecords records,
            AmendmentList amendments,
            HotlineSettings hotline) {
        this.report = report;
        this.figures = figures;
        this.records = records;
        this.amendments = amendments;
        this.hotline = hotline;
    }

    public enum AsOf {
        /** Of this moment. */
        NOW,
        /** As it was kept; it does not change any more. */
        KEPT
    }

    /**
     * @param categories people are in several, so these do not add up to the roster
     * @param kept the day's own record; null until the town's hour
     * @param amended how the kept day would read now; null like {@code kept}
     */
    public record DaySummary(
            LocalDate date,
            AsOf asOf,
            int roster,
            Totals totals,
            List<DayReport.Committee> committees,
            List<DayReport.Category> categories,
            DayFigures.Figures figures,
            @Nullable KeptDay kept,
            @Nullable Amended amended) {}

    public DaySummary of(LocalDate date) {
        var kept = records.daily(date);
        return summary(date, rows(date, kept), kept);
    }

    public List<DayReport.Paired> volunteers(LocalDate date) {
        return report.volunteers(rows(date));
    }

    DayRows rows(LocalDate date) {
        return rows(date, records.daily(date));
    }

    private DayRows rows(LocalDate date, Optional<KeptDay> kept) {
        return kept.filter(_ -> isOver(date))
                .map(record -> DayRows.kept(record.id()))
                .orElseGet(() -> DayRows.live(date, hotline.zone()));
    }

    private DaySummary summary(LocalDate date, DayRows rows, Optional<KeptDay> kept) {
        var day = report.of(date, rows);
        return new DaySummary(
                date,
                kept.isPresent() && isOver(date) ? AsOf.KEPT : AsOf.NOW,
                day.roster(),
                day.totals(),
                day.committees(),
                report.categories(rows),
                figures.of(rows),
                kept.orElse(null),
                kept.map(record -> amendments.amended(record.id())).orElse(null));
    }

    private boolean isOver(LocalDate date) {
        return date.isBefore(records.today());
    }
}
