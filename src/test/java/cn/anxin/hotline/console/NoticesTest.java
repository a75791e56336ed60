package cn.anxin.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.notice.Fault;
import cn.anxin.hotline.notice.Notice;
import cn.anxin.hotline.notice.Notices;
import cn.anxin.hotline.notice.Recipient;
import cn.anxin.hotline.notice.Urgency;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.transaction.support.TransactionTemplate;

/** What was told in writing, as the interface shows it; and where gateways report. */
@TestPropertySource(
        properties = {
            "hotline.notice.sms[0].name=sms",
            "hotline.notice.sms[0].to.url=https://127.0.0.1:1/send",
            "hotline.notice.sms[0].body={{text}}",
            "hotline.notice.sms[0].report.secret=" + NoticesTest.SECRET,
            "hotline.notice.sms[0].report.id-at=/id",
            "hotline.notice.sms[0].report.status-at=/status",
            "hotline.notice.sms[0].report.delivered=DELIVRD",
            "hotline.notice.sms[0].report.answer=SUCCESS",
            "hotline.notice.wecom[0].name=office",
            "hotline.notice.wecom[0].to.url=https://127.0.0.1:1/robot?key=k"
        })
class NoticesTest extends ConsoleStory {
    static final String SECRET = "secretForTests0123456789";

    @Autowired Notices notices;
    @Autowired TransactionTemplate transaction;

    @AfterEach
    void forget() {
        jdbc.sql("truncate notice, notice_channel").update();
    }

    private long volunteer;

    @BeforeEach
    void aVolunteer() {
        volunteer = town.volunteer("朱翠花", "+8613900000100");
    }

    private void post(String happening) {
        transaction.executeWithoutResult(_ ->
                notices.post(
                        Recipient.Phone.ofVolunteer(volunteer, new PhoneNumber("+8613900000100")),
                        new Notice(
                                "incident-opened",
                                Urgency.URGENT,
                                "请上门看看",
                                "唐桂兰今天没有接到问候电话。",
                                Duration.ofHours(1),
                                happening)));
    }

    private ResponseSpec get(String path) {
        return program.get().uri("/api/v1/notices" + path).exchange();
    }

    @Test
    void theyAreListedWithoutTextOrNumber() {
        post("incident-1");

        get("").expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].state")
                .isEqualTo("PENDING")
                .jsonPath("$.items[0].channel")
                .isEqualTo("sms")
                .jsonPath("$.items[0].to")
                .isEqualTo("朱**")
                .jsonPath("$.items[0].title")
                .isEqualTo("请上门看看")
                .jsonPath("$.items[0].trouble")
                .doesNotExist()
                .jsonPath("$")
                .value(
                        Object.class,
                        all -> assertThat(all.toString()).doesNotContain("唐桂兰", "1390000"));
    }

    @Test
    void aPageEndsWhereTheNextBegins() {
        post("incident-1");
        post("incident-2");
        post("incident-3");

        get("?limit=2").expectBody().jsonPath("$.items.length()").isEqualTo(2);
        var next =
                jdbc.sql("select id from notice order by id desc offset 1 limit 1")
                        .query(String.class)
                        .single();
        get("?limit=2").expectBody().jsonPath("$.next").isEqualTo(next);
        get("?limit=2&after=" + next).expectBody().jsonPath("$.items.length()").isEqualTo(1);
    }

    @Test
    void byStateAndIncident() {
        var incident = town.incident(town.person("唐桂兰"), "MISSED", "OPEN");
        post("incident-1");
        post("incident-2");
        jdbc.sql("update notice set incident_id = ? where happening = 'incident-1'")
                .param(incident)
                .update();

        get("?state=PENDING,SENT").expectBody().jsonPath("$.items.length()").isEqualTo(2);
        get("?state=FAILED").expectBody().jsonPath("$.items.length()").isEqualTo(0);
        get("?incident=" + incident).expectBody().jsonPath("$.items.length()").isEqualTo(1);
        get("?incident=" + incident + "&state=SENT")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
        get("?state=NOBODY").expectStatus().isBadRequest();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whatWentWrongIsToldInBothLanguages(Fault fault) {
        post("incident-1");
        jdbc.sql("update notice set fault = ?, attempts = 1").param(fault.name()).update();

        for (var language : new String[] {"zh", "en"}) {
            for (var part : new String[] {"happened", "notLost", "next"}) {
                get("").expectBody()
                        .jsonPath("$.items[0].trouble." + language + "." + part)
                        .value(String.class, words -> assertThat(words).isNotBlank());
            }
        }
    }

    @Test
    void whatWentStaleIsToldToo() {
        post("incident-1");
        jdbc.sql("update notice set state = 'STALE', next_action_at = null, ended_at = now()")
                .update();

        get("").expectBody().jsonPath("$.items[0].trouble.code").isEqualTo("stale");
    }

    @Test
    void channelsAreListedAndHowTheyFare() {
        jdbc.sql(
                        """
                        insert into notice_channel (name, failures, fault, failing_since)
                        values ('office', 7, 'NOT_ALLOWED', now())
                        """)
                .update();

        get("/channels")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo("sms")
                .jsonPath("$.items[0].state")
                .isEqualTo("WORKING")
                .jsonPath("$.items[1].id")
                .isEqualTo("office")
                .jsonPath("$.items[1].state")
                .isEqualTo("FAILING")
                .jsonPath("$.items[1].trouble.code")
                .isEqualTo("not-allowed");
    }

    @Test
    void strangersSeeNothing() {
        stranger.get().uri("/api/v1/notices").exchange().expectStatus().isUnauthorized();
        stranger.get().uri("/api/v1/notices/channels").exchange().expectStatus().isUnauthorized();
    }

    private ResponseSpec report(String secret, String body) {
        return stranger.post()
                .uri("/api/v1/notices/reports/sms/" + secret)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    @Test
    void aGatewayReportsWithItsSecretAlone() {
        post("incident-1");
        jdbc.sql(
                        """
                        update notice set state = 'SENT', sent_at = now(), ended_at = now(),
                            next_action_at = null, receipt = '4711'
                        """)
                .update();

        report("wrong", "{\"id\": \"4711\", \"status\": \"DELIVRD\"}").expectStatus().isNotFound();
        report(SECRET, "[7").expectStatus().isBadRequest();
        report(SECRET, "{\"id\": \"4712\", \"status\": \"DELIVRD\"}").expectStatus().isEqualTo(409);
        report(SECRET, "{\"id\": \"4711\", \"status\": \"DELIVRD\"}")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("SUCCESS");
        get("").expectBody().jsonPath("$.items[0].state").isEqualTo("DELIVERED");
    }
}
