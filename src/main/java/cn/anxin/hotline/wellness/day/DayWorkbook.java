package cn.anxin.hotline.wellness.day;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.people.Categories;
import cn.anxin.hotline.people.Category;
import cn.anxin.hotline.wellness.day.AmendmentList.Stand;
import cn.anxin.hotline.wellness.day.DaySummaries.AsOf;
import cn.anxin.hotline.wellness.day.DaySummaries.DaySummary;
import cn.anxin.hotline.wellness.day.PeopleOfTheDay.PersonOfTheDay;
import cn.anxin.hotline.wellness.day.PeopleOfTheDay.Who;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 每日汇总 as a workbook: the sum, by committee, category and volunteer, everybody once, who is still
 * open and with whom, and what became another since the day was kept. People are named in clear.
 * Read a page at a time, so it takes little memory. Any thread.
 */
@Component
public class DayWorkbook {
    private static final int PAGE = 500;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final DaySummaries summaries;
    private final PeopleOfTheDay people;
    private final AmendmentList amendments;
    private final Categories categories;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final HotlineSettings hotline;

    public DayWorkbook(
            DaySummaries summaries,
            PeopleOfTheDay people,
            AmendmentList amendments,
            Categories categories,
            Journal journal,
            PlatformTransactionManager transactions,
            HotlineSettings hotline) {
        this.summaries = summaries;
        this.people = people;
        this.amendments = amendments;
        this.categories = categories;
        this.journal = journal;
        this.transaction = new TransactionTemplate(transactions);
        this.hotline = hotline;
    }

    /**
     * That people are shown is in the journal before the first of them is written.
     *
     * @param out left open
     * @param by to whom they are shown
     * @throws IOException if it cannot be written; what was written is incomplete
     */
    public void write(LocalDate date, OutputStream out, Actor by) throws IOException {
        var summary = summaries.of(date);
        transaction.executeWithoutResult(_ ->
                journal.write(
                        Entry.of("day-exported", by)
                                .with("day", date.toString())
                                .with("people", Integer.toString(summary.roster()))));
        var book = new Workbook(out, "AnxinHotline", null);
        sum(book, summary);
        byPart(book, summary);
        people(book, "全部名单", date, Who.EVERYBODY);
        people(book, "还没办结", date, Who.STILL_OPEN);
        amendments(book, summary);
        book.finish();
        out.flush();
    }

    private void sum(Workbook book, DaySummary summary) throws IOException {
        var rows = new SheetRows(book, "汇总");
        rows.write(List.of("日期", summary.date().toString()));
        rows.write(List.of("口径", summary.asOf() == AsOf.KEPT ? "存档" : "现在"));
        var kept = summary.kept();
        if (kept != null) {
            rows.write(List.of("存档时间", time(kept.keptAt())));
        }
        rows.write(totalsHeader(""));
        rows.write(totals("合计", summary.roster(), summary.totals()));
        var amended = summary.amended();
        if (kept != null && amended != null) {
            rows.write(totals("存档时", kept.roster(), kept.totals()));
            rows.write(totals("更正后", amended.roster(), amended.totals()));
            rows.write(List.of("更正", Integer.toString(amended.amendments())));
            rows.write(List.of("当天移出名单", Integer.toString(amended.left())));
        }
        rows.finish();
    }

    private void byPart(Workbook book, DaySummary summary) throws IOException {
        var committees = new SheetRows(book, "按村居委");
        committees.write(totalsHeader("村居委"));
        for (var one : summary.committees()) {
            committees.write(totals(one.name(), one.roster(), one.totals()));
        }
        committees.finish();
        var kinds = new SheetRows(book, "按类别");
        kinds.write(totalsHeader("类别"));
        for (var one : summary.categories()) {
            kinds.write(totals(label(one.category()), one.roster(), one.totals()));
        }
        kinds.finish();
        var volunteers = new SheetRows(book, "按志愿者");
        volunteers.write(totalsHeader("结对志愿者"));
        for (var one : summaries.volunteers(summary.date())) {
            volunteers.write(totals(one.name(), one.roster(), one.totals()));
        }
        volunteers.finish();
    }

    private void people(Workbook book, String title, LocalDate date, Who who) throws IOException {
        var rows = new SheetRows(book, title);
        rows.write(
                List.of(
                        "编号", "姓名", "村居委", "类别", "结对志愿者", "结果", "依据", "依据出处", "确认人", "时间", "各次拨打",
                        "疑似留言机", "事件", "事件进展", "谁在办"));
        var source = summaries.rows(date);
        long last = 0;
        for (var page = people.page(source, who, last, PAGE);
                !page.isEmpty();
                page = people.page(source, who, last, PAGE)) {
            for (var person : page) {
                rows.write(row(person));
            }
            last = page.getLast().personId();
        }
        rows.finish();
    }

    private List<String> row(PersonOfTheDay person) {
        return List.of(
                Long.toString(person.personId()),
                person.name(),
                person.committee(),
                person.categories().stream().map(this::label).collect(Collectors.joining("、")),
                text(person.volunteer()),
                DayWords.of(person.standing()),
                person.method() == null ? "" : DayWords.of(person.method().name()),
                text(person.evidence()),
                text(person.endedBy()),
                time(person.endedAt()),
                person.attempts().stream().map(DayWords::of).collect(Collectors.joining("、")),
                person.maybeMachines() == 0 ? "" : Integer.toString(person.maybeMachines()),
                text(person.incidentId()),
                person.incident() == null ? "" : incident(person.incident()),
                text(person.withWhom()));
    }

    private String label(String category) {
        return categories.label(new Category(category));
    }

    /** An incident that is open has not been begun; a check that is open has. */
    private static String incident(String state) {
        return state.equals("OPEN") ? "刚转人工" : DayWords.of(state);
    }

    private void amendments(Workbook book, DaySummary summary) throws IOException {
        var rows = new SheetRows(book, "更正");
        rows.write(List.of("编号", "时间", "记下时间", "谁", "为什么", "依据出处", "存档时", "更正后", "当天移出名单"));
        var kept = summary.kept();
        long last = 0;
        for (var page = page(kept, last); !page.isEmpty(); page = page(kept, last)) {
            for (var one : page) {
                rows.write(
                        List.of(
                                Long.toString(one.personId()),
                                time(one.at()),
                                time(one.notedAt()),
                                one.by(),
                                DayWords.of(one.why()),
                                text(one.evidence()),
                                one.before() == null ? "不在名单" : stand(one.before()),
                                stand(one.after()),
                                one.leftRoster() ? "是" : ""));
            }
            last = page.getLast().id();
        }
        rows.finish();
    }

    private List<AmendmentList.Amendment> page(@Nullable KeptDay kept, long after) {
        return kept == null ? List.of() : amendments.page(kept.id(), after, PAGE);
    }

    private static String stand(Stand stand) {
        var standing = DayWords.of(stand.standing());
        return stand.outcome() == null ? standing : standing + "，" + DayWords.of(stand.outcome());
    }

    private static List<String> totalsHeader(String what) {
        return List.of(what, "名单", "本人报平安", "他人确认平安", "外出或住院", "已转人工处置", "还没问到", "当天不用打");
    }

    private static List<String> totals(String name, int roster, Totals totals) {
        return List.of(
                name,
                Integer.toString(roster),
                Integer.toString(totals.confirmed()),
                Integer.toString(totals.cleared()),
                Integer.toString(totals.away()),
                Integer.toString(totals.escalated()),
                Integer.toString(totals.open()),
                Integer.toString(totals.notDue()));
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    private String time(@Nullable Instant time) {
        return time == null ? "" : TIME.format(time.atZone(hotline.zone()));
    }
}
