package cn.anxin.hotline.notice;

import static cn.anxin.hotline.notice.CrookedServer.answer;
import static cn.anxin.hotline.notice.NoticeProcess.notice;
import static cn.anxin.hotline.notice.NoticeProcess.volunteer;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.notice.DeliveryReports.Reading;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a gateway reports afterwards. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveryReportsTest extends NoticeStory {
    private static final String SECRET = "secretForTests0123456789";

    private final CrookedServer server =
            CrookedServer.that(answer(200, "{\"code\": \"0\", \"data\": {\"id\": 4711}}"));
    private final NoticeProcess process =
            NoticeProcess.start(
                    database,
                    sms(
                            server,
                            "sms[0].answer.at=/code",
                            "sms[0].answer.success=0",
                            "sms[0].answer.receipt-at=/data/id",
                            "sms[0].report.secret=" + SECRET,
                            "sms[0].report.items-at=/reports",
                            "sms[0].report.id-at=/id",
                            "sms[0].report.status-at=/status",
                            "sms[0].report.delivered=DELIVRD",
                            "sms[0].report.undelivered=UNDELIV,EXPIRED",
                            "sms[0].report.answer={\"code\": 0}"));

    @AfterAll
    void stop() {
        process.close();
        server.close();
    }

    private void sent() throws InterruptedException {
        process.post(volunteer(), notice("incident-1"));
        process.turn();
        assertThat(only()).isEqualTo(new Row("SENT", 1, null, "4711"));
    }

    private Reading reported(String id, String status) {
        return read("{\"reports\": [{\"id\": \"%s\", \"status\": \"%s\"}]}".formatted(id, status));
    }

    private Reading read(String body) {
        return process.get(DeliveryReports.class).read("sms", SECRET, body);
    }

    @Test
    void whatArrivedIsDelivered() throws InterruptedException {
        sent();

        assertThat(reported("4711", "DELIVRD")).isEqualTo(new Reading.Read("{\"code\": 0}"));
        assertThat(only().state()).isEqualTo("DELIVERED");
    }

    @Test
    void ourOwnIdWillDo() throws InterruptedException {
        sent();
        var id = jdbc.sql("select message_id::text from notice").query(String.class).single();

        reported(id, "DELIVRD");

        assertThat(only().state()).isEqualTo("DELIVERED");
    }

    @Test
    void whatDidNotArriveHasFailed() throws InterruptedException {
        sent();

        reported("4711", "UNDELIV");

        assertThat(only()).isEqualTo(new Row("FAILED", 1, "NOT_DELIVERED", "4711"));
        assertThat(journal()).containsExactly("notice-sent", "notice-failed");
    }

    @Test
    void theFirstReportStands() throws InterruptedException {
        sent();

        reported("4711", "DELIVRD");
        assertThat(reported("4711", "UNDELIV")).isInstanceOf(Reading.Read.class);

        assertThat(only().state()).isEqualTo("DELIVERED");
    }

    @Test
    void aWordThatIsNotSetIsPassedOver() throws InterruptedException {
        sent();

        assertThat(reported("4711", "BUFFERED")).isInstanceOf(Reading.Read.class);

        assertThat(only().state()).isEqualTo("SENT");
    }

    @Test
    void aReportThatIsFasterThanTheAnswerIsToBeSentAgain() {
        process.post(volunteer(), notice("incident-1"));
        var id = jdbc.sql("select message_id::text from notice").query(String.class).single();

        assertThat(reported(id, "DELIVRD")).isInstanceOf(Reading.TooEarly.class);
        assertThat(only().state()).isEqualTo("PENDING");
    }

    @Test
    void whatWeNeverSentIsNotOurs() {
        assertThat(reported("4712", "DELIVRD")).isInstanceOf(Reading.TooEarly.class);
    }

    @Test
    void whoDoesNotKnowTheSecretChangesNothing() throws InterruptedException {
        sent();
        var reports = process.get(DeliveryReports.class);
        var body = "{\"reports\": [{\"id\": \"4711\", \"status\": \"DELIVRD\"}]}";

        assertThat(reports.read("sms", SECRET + "x", body)).isInstanceOf(Reading.NotFromUs.class);
        assertThat(reports.read("sms", "", body)).isInstanceOf(Reading.NotFromUs.class);
        assertThat(reports.read("other", SECRET, body)).isInstanceOf(Reading.NotFromUs.class);
        assertThat(only().state()).isEqualTo("SENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no", "[]", "{}", "{\"reports\": 7}", "{\"reports\": null}"})
    void whatIsNotWhatTheSettingsSayIsUnreadable(String body) {
        assertThat(read(body)).isInstanceOf(Reading.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"reports\": []}",
                "{\"reports\": [7, null, {}, {\"id\": []}, {\"id\": \"4711\"}]}"
            })
    void whatTellsOfNothingChangesNothing(String body) throws InterruptedException {
        sent();

        assertThat(read(body)).isInstanceOf(Reading.Read.class);
        assertThat(only().state()).isEqualTo("SENT");
    }
}
