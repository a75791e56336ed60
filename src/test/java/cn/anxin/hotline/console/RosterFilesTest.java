package cn.anxin.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.people.intake.sheet.Book;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.util.LinkedMultiValueMap;

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
                .isEqualTo("an old Office file (.xls, .doc …): save it as .xlsx and import that");
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

    private ResponseSpec upload(byte[] file, String query) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add(
                "file",
                new ByteArrayResource(file) {
                    @Override
                    public String getFilename() {
                        return "roster.doc";
                    }
                });
        return program.post()
                .uri("/api/v1/people/import" + query)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts)
                .exchange();
    }

    private static byte[] csv(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private long enrolled() {
        return jdbc.sql("select count(*) from person where enrolled").query(Long.class).single();
    }
}
