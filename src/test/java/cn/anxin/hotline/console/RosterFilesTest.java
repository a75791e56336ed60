package cn.anxin.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.people.intake.sheet.Book;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Roster files that come in and go out through the interface. */
class RosterFilesTest extends ConsoleStory {
    private static final byte[] THREE =
            csv(
                    """
                    姓名,村居委,联系电话
                    唐桂兰,示范一居委,13800000001
                    何凤英,示范一居委,13800000002
                    梁雪珍,示范一居委,13800000003
                    """);
    private static final byte[] ONE = csv("姓名,村居委,联系电话\n唐桂兰,示范一居委,13800000001\n");

    @Test
    void aWorkbookIsPreviewedRowByRow() {
        upload(THREE, "");
        var book =
                Book.sheet(sheet -> {
                    Book.row(sheet, 0, "示范镇名单");
                    Book.row(sheet, 1, "姓名", "村居委", "手机号码", "住址", "血型");
                    Book.row(sheet, 2, "唐桂兰", "示范一居委", 13800000001L, "示范路1号", "A");
                    Book.row(sheet, 3, "李明", "示范一居委", "1.38E+10");
                    Book.row(sheet, 4, "王芳", "示范一居委", 2150000005L);
                });

        upload(book, "?preview=true&replace=true")
                .expectStatus()
                .isOk()
                .expectBody()
                .json(
                        """
                        {"read": {"format": "xlsx", "sheet": "名单", "header": 2,
                                  "ignoredColumns": ["血型"]},
                         "added": 1, "changed": 1, "unchanged": 0, "rejectedRows": 1,
                         "missing": 2, "removed": 2, "confirm": 2,
                         "additions": [{"line": 5, "name": "王**", "committee": "示范一居委"}],
                         "changes": [{"line": 3, "name": "唐**", "differences":
                             [{"field": "address", "column": "住址", "was": "", "becomes": "示**(5)"}]}],
                         "rejected": [{"line": 4, "column": "手机号码"}],
                         "remarks": [{"line": 5, "column": "手机号码"}],
                         "leftOff": {"additions": 0}}
                        """);
        assertThat(enrolled()).isEqualTo(3);
    }

    @Test
    void whoAsksFromATerminalIsToldInSentences() {
        upload(THREE, "");
        var file =
                csv(
                        """
                        姓名,村居委,联系电话,出生日期,血型
                        唐桂兰,示范一居委,13800000001,82岁,A
                        何凤英,示范一居委,1380000,,
                        李明,示范二居委,13800000009,,
                        """);

        assertThat(told(file, "?preview=true", "zh-CN"))
                .startsWith(
                        """
                        将新增 1 人，将修改 1 人，不变 0 人，没有导入 1 行
                        这些村居委有 2 人不在文件里，其中 0 人将离开名单
                        没有读：列 “血型”
                        第 4 行 李**，示范二居委：新增
                        第 2 行 唐**：出生日期 “” → “19**”
                        第 3 行 联系电话：没有导入，电话号码不对
                        第 2 行 出生日期：写的是年龄，按年龄推算出生年份
                        导入时要和这次预览完全一样：fingerprint\s\
                        """);
        assertThat(told(file, "", "en-GB,en;q=0.9"))
                .isEqualTo(
                        """
                        1 added, 1 changed, 0 unchanged, 1 rejected
                        2 of these committees are not in the file, 0 removed
                        not read: columns "血型"
                        line 2: 唐**: 出生日期 “” → “19**”
                        line 3 联系电话: rejected: no such telephone number
                        line 2 出生日期: an age: the year of birth was reckoned from it
                        """);
    }

    @Test
    void whyNothingCameInIsToldInSentencesToo() {
        assertThat(told(csv("姓名,电话\n"), "", "zh"))
                .isEqualTo("这个文件不能当作名单读取。表头里没有“村居委”一列。原来的名单没有改动。\n");
        assertThat(told(csv("姓名,电话\n"), "?confirm=x", "en"))
                .isEqualTo(
                        "Something in the request is not as it should be. written wrongly. Nothing was"
                                + " changed.\n");
        stranger.post()
                .uri("/api/v1/people/import")
                .header("Accept", "text/plain")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody(String.class)
                .value(words -> assertThat(words).startsWith("没有令牌，或者令牌不对。"));
    }

    @Test
    void aSheetAmongSeveralIsNamedBeforeItReplacesAnybody() {
        upload(THREE, "");
        var book =
                Book.of(file -> {
                    for (var name : List.of("一", "二")) {
                        var sheet = file.newWorksheet(name);
                        Book.row(sheet, 0, "姓名", "村居委", "电话");
                        Book.row(sheet, 1, "王芳" + name, "示范一居委", "13800000005");
                    }
                });

        upload(book, "?replace=true").expectStatus().isEqualTo(422);
        upload(book, "?preview=true&replace=true&sheet={sheet}", "二")
                .expectBody()
                .json("{\"read\": {\"sheet\": \"二\"}, \"removed\": 3, \"confirm\": 3}");
        upload(book, "?preview=true&sheet=x").expectStatus().isEqualTo(422);
    }

    @Test
    void aWrongFileEmptiesNoCommittee() {
        upload(THREE, "");

        upload(ONE, "?replace=true")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("removals-unconfirmed")
                .jsonPath("$.errors[0].zh")
                .isEqualTo("会有 2 人离开名单；确实如此，请加上 confirm=2");
        assertThat(enrolled()).isEqualTo(3);

        upload(ONE, "?replace=true&confirm=2").expectStatus().isOk();
        assertThat(enrolled()).isOne();
    }

    @Test
    void anotherResultThanThePreviewedIsRefused() {
        upload(THREE, "?fingerprint=00")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("roster-changed");
        assertThat(enrolled()).isZero();
    }

    @Test
    void anOldWorkbookIsRefusedInPlainWords() {
        var old = new byte[600];
        System.arraycopy(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0}, 0, old, 0, 4);

        upload(old, "")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].en")
                .isEqualTo(
                        "an old Office or WPS file (.xls, .et, .doc …; another name does not make it"
                                + " .xlsx): open it, save it as .xlsx and import that");
    }

    @Test
    void theRosterGoesOutAndComesBackUnchanged() {
        upload(THREE, "");

        for (var format : new String[] {"xlsx", "csv"}) {
            var exported =
                    program.get()
                            .uri("/api/v1/people/export?format=" + format)
                            .exchange()
                            .expectStatus()
                            .isOk()
                            .expectHeader()
                            .valueEquals(
                                    "Content-Disposition",
                                    "attachment; filename=\"roster." + format + "\"")
                            .expectBody()
                            .returnResult()
                            .getResponseBody();
            upload(Objects.requireNonNull(exported), "?preview=true&replace=true")
                    .expectBody()
                    .json("{\"added\": 0, \"changed\": 0, \"unchanged\": 3, \"missing\": 0}");
        }
    }

    @Test
    void theRosterGoesOutToNobodyElse() {
        stranger.get().uri("/api/v1/people/export").exchange().expectStatus().isUnauthorized();
        program.get()
                .uri("/api/v1/people/export?format=pdf")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    /** Half a list must not look like a whole one. */
    @Test
    void anExportThatFailsInItsMidstBreaksOff() throws IOException {
        var rows = new StringBuilder("姓名,村居委,联系电话\n");
        for (int number = 0; number < 2_000; number++) {
            rows.append("王芳,示范一居委,138%08d\n".formatted(number));
        }
        upload(csv(rows.toString()), "").expectStatus().isOk();
        jdbc.sql("insert into person_category select max(id), 'no code' from person").update();

        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            RawRequest.send(
                    socket,
                    "/api/v1/people/export?format=csv",
                    "Host: here",
                    "Authorization: Bearer " + TOKEN,
                    "Connection: close");
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 200").contains("王芳");
            assertThat(answer).as("the last chunk").doesNotEndWith("\r\n0\r\n\r\n");
            assertThat(answer).as("words of ours in the midst").doesNotContain("reference");
        }
    }

    private String told(byte[] file, String query, String language) {
        return new String(
                Objects.requireNonNull(
                        uploading(file, query)
                                .header("Accept", "text/plain")
                                .header("Accept-Language", language)
                                .exchange()
                                .expectHeader()
                                .contentType("text/plain;charset=UTF-8")
                                .expectBody()
                                .returnResult()
                                .getResponseBody()),
                StandardCharsets.UTF_8);
    }

    private static byte[] csv(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private long enrolled() {
        return jdbc.sql("select count(*) from person where enrolled").query(Long.class).single();
    }
}
