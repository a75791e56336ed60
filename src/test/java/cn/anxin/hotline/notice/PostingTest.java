package cn.anxin.hotline.notice;

import static cn.anxin.hotline.notice.CrookedServer.answer;
import static cn.anxin.hotline.notice.NoticeProcess.notice;
import static cn.anxin.hotline.notice.NoticeProcess.volunteer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxin.hotline.call.PhoneNumber;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What is written when a room has something to tell. */
class PostingTest extends NoticeStory {
    private static final List<String> LISTENERS =
            List.of(
                    "wecom[0].name=office",
                    "wecom[0].to.url=https://127.0.0.1:1/robot?key=k",
                    "wecom[1].name=night",
                    "wecom[1].to.url=https://127.0.0.1:1/robot?key=k",
                    "wecom[1].hears.from=EMERGENCY",
                    "dingtalk[0].name=alarms",
                    "dingtalk[0].to.url=https://127.0.0.1:1/robot?access_token=t",
                    "dingtalk[0].hears.kinds=channel-failing");

    private final CrookedServer server = CrookedServer.that(answer(200, ""));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void itIsThereOrNotTogetherWithWhatHappened() {
        try (var process = NoticeProcess.start(database, sms(server))) {
            process.get(TransactionTemplate.class)
                    .executeWithoutResult(transaction -> {
                        process.get(Notices.class).post(volunteer(), notice("incident-1"));
                        transaction.setRollbackOnly();
                    });
            assertThat(states()).isEmpty();

            process.post(volunteer(), notice("incident-1"));
            assertThat(states()).containsExactly("PENDING");
        }
    }

    @Test
    void withoutATransactionItIsRefused() {
        try (var process = NoticeProcess.start(database, sms(server))) {
            assertThatThrownBy(() ->
                            process.get(Notices.class).post(volunteer(), notice("incident-1")))
                    .isInstanceOf(IllegalTransactionStateException.class);
        }
    }

    @Test
    void theSameHappeningIsToldToEachOnce() {
        try (var process = NoticeProcess.start(database, sms(server))) {
            var other = Recipient.Phone.ofVolunteer(8, new PhoneNumber("+8613900000101"));

            assertThat(process.post(volunteer(), notice("incident-1"))).isEqualTo(1);
            assertThat(process.post(volunteer(), notice("incident-1"))).isZero();
            assertThat(process.post(other, notice("incident-1"))).isEqualTo(1);
            assertThat(process.post(volunteer(), notice("incident-2"))).isEqualTo(1);
            assertThat(states()).hasSize(3);
        }
    }

    @Test
    void whereNothingIsSetUpNothingIsWrittenAndNothingFails() {
        try (var process = NoticeProcess.start(database)) {
            assertThat(process.post(volunteer(), notice("incident-1"))).isZero();
            assertThat(process.post(new Recipient.Listeners(), notice("incident-1"))).isZero();
            assertThat(process.post(new Recipient.Channel("nobody"), notice("incident-1")))
                    .isZero();
            assertThat(states()).isEmpty();
        }
    }

    @Test
    void listenersHearWhatTheyAreSetTo() {
        try (var process = NoticeProcess.start(database, both(LISTENERS))) {
            process.post(new Recipient.Listeners(), notice("incident-1"));

            assertThat(channels()).containsExactly("office");
        }
    }

    @Test
    void anEmergencyReachesAlsoThoseWhoHearOfNothingElse() {
        try (var process = NoticeProcess.start(database, both(LISTENERS))) {
            process.post(
                    new Recipient.Listeners(),
                    new Notice(
                            "incident-opened",
                            Urgency.EMERGENCY,
                            "紧急求助",
                            "请马上去看看。",
                            Duration.ofHours(1),
                            "incident-1"));

            assertThat(channels()).containsExactly("office", "night");
        }
    }

    @Test
    void oneOfThemCanBeNamed() {
        try (var process = NoticeProcess.start(database, both(LISTENERS, sms(server)))) {
            process.post(new Recipient.Channel("alarms"), notice("incident-1"));
            process.post(new Recipient.Channel("sms"), notice("incident-1"));

            assertThat(channels()).containsExactly("alarms");
        }
    }

    @Test
    void textAndNumberAreSealed() {
        try (var process = NoticeProcess.start(database, sms(server))) {
            process.post(volunteer(), notice("incident-1"));

            assertThat(jdbc.sql("select t::text from notice t").query(String.class).single())
                    .contains("有一位老人需要上门看看", "volunteer:7")
                    .doesNotContain("唐桂兰", "13900000100");
        }
    }

    @Test
    void aTextThatIsTooLongIsCutAndFailsNothing() throws InterruptedException {
        try (var process = NoticeProcess.start(database, sms(server))) {
            var long1 = "𠮷".repeat(3000);
            process.post(
                    volunteer(),
                    new Notice(
                            "incident-opened",
                            Urgency.URGENT,
                            "标题\r\n" + long1,
                            long1 + "\u0000",
                            Duration.ofHours(1),
                            "incident-1"));
            process.turn();

            assertThat(only().state()).isEqualTo("SENT");
            assertThat(server.only().body()).contains("𠮷".repeat(999) + "…\"");
        }
    }

    @Test
    void theFirstGatewayThatWorksIsTaken() {
        var second =
                both(
                        List.of(sms(server)),
                        "sms[1].name=spare",
                        "sms[1].to.url=https://127.0.0.1:1/send",
                        "sms[1].body={{text}}");
        try (var process = NoticeProcess.start(database, second)) {
            process.post(volunteer(), notice("incident-1"));
            jdbc.sql(
                            """
                            insert into notice_channel (name, failing_since, last_failure_at)
                            values ('sms', now(), now())
                            """)
                    .update();
            process.post(volunteer(), notice("incident-1"));
            process.post(volunteer(), notice("incident-2"));
            jdbc.sql("update notice_channel set last_failure_at = now() - interval '11 minutes'")
                    .update();
            process.post(volunteer(), notice("incident-3"));

            assertThat(channels()).containsExactly("sms", "spare", "sms");
        }
    }

    private List<String> channels() {
        return jdbc.sql("select channel from notice order by id").query(String.class).list();
    }
}
