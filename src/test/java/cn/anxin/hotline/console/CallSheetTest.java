package cn.anxin.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** 打电话名单 as somebody at the desk prints it. */
class CallSheetTest extends ConsoleStory {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private RestTestClient.ResponseSpec asked(RestTestClient who, LocalDate day) {
        return who.get().uri("/api/v1/days/{day}/call-sheet?by=王芳", day).exchange();
    }

    private String sheet() {
        var bytes =
                asked(program, TODAY)
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .valueEquals("Content-Type", "text/html;charset=UTF-8")
                        .expectHeader()
                        .valueEquals("Cache-Control", "no-store")
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent();
        return new String(Objects.requireNonNull(bytes), StandardCharsets.UTF_8);
    }

    private long open(String name, String risk, int tried) {
        var person = town.person(name);
        town.unended(person, TODAY, "WAITING", tried, "0 h");
        jdbc.sql("update person set risk = ? where id = ?").params(risk, person).update();
        return person;
    }

    @Test
    void whoIsLeftStandsOnItInClearWithTheHighestRiskFirst() {
        var other = open("何凤英", "NORMAL", 0);
        var first = open("唐桂兰", "HIGH", 1);
        town.roster().number(first, 1, "+8613800000001");
        town.roster().address(first, "示范路7号");
        town.pair(first, 1, town.volunteer("沈阿根", "+8613900000102"));
        jdbc.sql(
                        """
                        insert into attempt (call_id, check_id, person_id, number, deadline_at, result,
                            ended_at, maybe_machine)
                        select 'chk-1', id, person_id, 'x', now(), 'UNCONFIRMED', now(), true
                        from wellness_check where person_id = ?
                        """)
                .param(first)
                .update();
        var well = town.person("朱翠花");
        town.ended(well, TODAY, "CONFIRMED", null);

        var sheet = sheet();

        assertThat(sheet)
                .contains("唐桂兰", "示范路7号", "138 0000 0001", "沈阿根 139 0000 0102")
                .contains("接了没确认", "可能是留言机接的", "1▲", "共 <b>2</b> 位")
                .doesNotContain("朱翠花");
        assertThat(sheet.indexOf("唐桂兰")).isLessThan(sheet.indexOf("何凤英"));
        assertThat(other).isPositive();
        assertThat(
                        jdbc.sql("select actor from journal where kind = 'call-sheet-shown'")
                                .query(String.class)
                                .single())
                .isEqualTo("duty:王芳");
    }

    @Test
    void whoseIncidentIsNotSettledStandsOnItWithWhoHasIt() {
        var missed = town.person("何凤英");
        town.ended(missed, TODAY, "ESCALATED", town.incident(missed, "MISSED", "TAKEN"));
        var seen = town.person("唐桂兰");
        town.ended(seen, TODAY, "ESCALATED", town.incident(seen, "MISSED", "SETTLED"));

        assertThat(sheet()).contains("何凤英", "已接单 duty:值班一号").doesNotContain("唐桂兰");
    }

    @Test
    void aNameIsANameWhateverIsInIt() {
        var hostile = open("<script>alert(1)</script>", "NORMAL", 0);
        town.roster().address(hostile, "\"><img src=x onerror='alert(1)'>{{style}}&lt;");
        town.pair(hostile, 1, town.volunteer("</td></table><b>x", "+8613900000103"));

        var sheet = sheet();

        assertThat(sheet)
                .contains("&lt;script&gt;alert(1)&lt;", "{{style}}&amp;lt;")
                .doesNotContain("<script", "<img", "</table><b>");
    }

    @Test
    void itMayShowItselfAndNothingElse() {
        open("唐桂兰", "NORMAL", 0);
        asked(program, TODAY)
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy ->
                                assertThat(policy)
                                        .startsWith("default-src 'none'; style-src 'sha256-")
                                        .doesNotContain("script"));
    }

    @Test
    void thousandsAreOnItEachOnce() {
        var round = town.round(TODAY);
        jdbc.sql(
                        """
                        with added as (
                            insert into person (name, committee_id, window_opens, window_closes)
                            select '测试' || n, :committee, '09:00', '11:00'
                            from generate_series(1, 2000) as n
                            returning id
                        )
                        insert into wellness_check (person_id, round_id, day, state,
                            window_opens_at, window_closes_at, next_action_at)
                        select id, :round, :day, 'WAITING', now(), now() + interval '2 h', now()
                        from added
                        """)
                .param("committee", town.committee("示范一居委"))
                .param("round", round)
                .param("day", TODAY)
                .update();

        var sheet = sheet();

        assertThat(sheet).contains("<td>2000</td>").doesNotContain("<td>2001</td>");
        assertThat(IntStream.rangeClosed(1, 2000).mapToObj(n -> ">测试" + n + "<"))
                .allMatch(sheet::contains);
    }

    @Test
    void itIsShownToNobodyWithoutTheTokenOrAName() {
        open("唐桂兰", "NORMAL", 0);
        asked(stranger, TODAY).expectStatus().isUnauthorized();
        program.get()
                .uri("/api/v1/days/{day}/call-sheet", TODAY)
                .exchange()
                .expectStatus()
                .isBadRequest();
        program.get()
                .uri("/api/v1/days/{day}/call-sheet?by=<b>", TODAY)
                .exchange()
                .expectStatus()
                .isBadRequest();
        assertThat(
                        jdbc.sql("select count(*) from journal where kind = 'call-sheet-shown'")
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void ofADayToComeThereIsNone() {
        asked(program, TODAY.plusDays(2)).expectStatus().isEqualTo(409);
    }
}
