package cn.anxin.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** 每日汇总 as a program and an office worker get it. */
class DayRecordsTest extends ConsoleStory {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private long missed;

    @BeforeEach
    void aDay() {
        var well = town.person("唐桂兰");
        town.ended(well, TODAY, "CONFIRMED", null);
        missed = town.person("何凤英");
        town.pair(missed, 1, town.volunteer("沈阿根", "+8613900000102"));
        town.ended(missed, TODAY, "ESCALATED", town.incident(missed, "MISSED", "TAKEN"));
    }

    @AfterEach
    void forgetWhatWasKept() {
        jdbc.sql(
                        """
                        alter table day_record disable trigger day_record_is_kept;
                        alter table day_record_person disable trigger day_record_is_kept;
                        alter table day_amendment disable trigger day_record_is_kept;
                        truncate day_record, day_record_person, day_amendment;
                        alter table day_record enable trigger day_record_is_kept;
                        alter table day_record_person enable trigger day_record_is_kept;
                        alter table day_amendment enable trigger day_record_is_kept
                        """)
                .update();
    }

    @Test
    void isKeptForWhoeverAsksWithAName() {
        keep(TODAY)
                .expectStatus()
                .isCreated()
                .expectBody()
                .json(
                        """
                        {"kind": "ON_DEMAND", "keptBy": "duty:王芳", "roster": 2,
                         "totals": {"confirmed": 1, "escalated": 1}}
                        """);
        program.get()
                .uri("/api/v1/days/{day}/records", TODAY)
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1);
    }

    @Test
    void aDayToComeIsNotKept() {
        keep(TODAY.plusDays(2)).expectStatus().isEqualTo(409);
    }

    @Test
    void nobodyKeepsTheSameDayForEver() {
        for (int time = 0; time < 20; time++) {
            keep(TODAY).expectStatus().isCreated();
        }
        keep(TODAY).expectStatus().isEqualTo(409);
    }

    @Test
    void tellsWhoIsStillOpenAndWithWhom() {
        program.get()
                .uri("/api/v1/days/{day}/people?who=STILL_OPEN", TODAY)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json(
                        """
                        {"items": [{"id": %d, "name": "何**", "volunteer": "沈**", "state": "ESCALATED",
                            "incident": "TAKEN", "with": "duty:值班一号", "withName": "值班一号"}],
                         "next": null}
                        """
                                .formatted(missed))
                .jsonPath("$.items.length()")
                .isEqualTo(1);
    }

    @Test
    void theWholeRosterCanBePagedThrough() {
        var first =
                program.get()
                        .uri("/api/v1/days/{day}/people?limit=1", TODAY)
                        .exchange()
                        .expectBody()
                        .json("{\"items\": [{\"name\": \"唐**\", \"method\": \"KEY\"}]}")
                        .returnResult();
        assertThat(first.getResponseBodyContent()).isNotEmpty();
        program.get()
                .uri("/api/v1/days/{day}/people?limit=1&after={id}", TODAY, missed - 1)
                .exchange()
                .expectBody()
                .json("{\"items\": [{\"name\": \"何**\"}]}");
    }

    @Test
    void goesOutAsAWorkbookWithEverybodyOnce() throws IOException {
        var book = workbook();

        assertThat(book.keySet())
                .containsExactly("汇总", "按村居委", "按类别", "按志愿者", "全部名单", "还没办结", "更正");
        assertThat(book.get("按村居委")).hasSize(2);
        assertThat(last(book, "按村居委")).containsExactly("示范一居委", "2", "1", "0", "0", "1", "0", "0");
        assertThat(book.get("全部名单")).extracting(row -> row.get(1)).contains("唐桂兰", "何凤英");
        assertThat(book.get("全部名单")).hasSize(3);
        assertThat(book.get("还没办结")).hasSize(2);
        assertThat(last(book, "还没办结")).contains("何凤英", "沈阿根", "已转人工处置", "已接单", "duty:值班一号");
        assertThat(
                        jdbc.sql("select actor from journal where kind = 'day-exported'")
                                .query(String.class)
                                .single())
                .isEqualTo("duty:王芳");
    }

    @Test
    void namesGoOutToNobodyWithoutAName() {
        program.get()
                .uri("/api/v1/days/{day}/workbook", TODAY)
                .exchange()
                .expectStatus()
                .isBadRequest();
        stranger.get()
                .uri("/api/v1/days/{day}/workbook?by=王芳", TODAY)
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private ResponseSpec keep(LocalDate day) {
        return program.post()
                .uri("/api/v1/days/{day}/records", day)
                .body(Map.of("by", "王芳"))
                .exchange();
    }

    private Map<String, List<List<String>>> workbook() throws IOException {
        var bytes =
                program.get()
                        .uri("/api/v1/days/{day}/workbook?by=王芳", TODAY)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent();
        var sheets = new LinkedHashMap<String, List<List<String>>>();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(Objects.requireNonNull(bytes)))) {
            for (Sheet sheet : book) {
                sheets.put(sheet.getSheetName(), rows(sheet));
            }
        }
        return sheets;
    }

    private static List<String> last(Map<String, List<List<String>>> book, String sheet) {
        return Objects.requireNonNull(book.get(sheet)).getLast();
    }

    private static List<List<String>> rows(Sheet sheet) {
        var text = new DataFormatter();
        return StreamSupport.stream(sheet.spliterator(), false)
                .map(row ->
                        StreamSupport.stream(row.spliterator(), false)
                                .map(text::formatCellValue)
                                .toList())
                .toList();
    }
}
