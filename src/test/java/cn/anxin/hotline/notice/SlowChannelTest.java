package cn.anxin.hotline.notice;

import static cn.anxin.hotline.notice.CrookedServer.answer;
import static cn.anxin.hotline.notice.NoticeProcess.notice;
import static cn.anxin.hotline.notice.NoticeProcess.volunteer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ten thousand messages wait for a gateway that answers nobody; another channel does not feel it.
 */
class SlowChannelTest extends NoticeStory {
    private static final int WAITING = 10_000;

    @Test
    void itHoldsUpNoOtherChannel() {
        var over = new CountDownLatch(1);
        try (var slow = CrookedServer.that((_, _) -> over.await());
                var quick = CrookedServer.that(answer(200, "{\"errcode\": 0}"));
                var process =
                        NoticeProcess.start(
                                database,
                                both(
                                        List.of(sms(slow)),
                                        "sms[0].limits.patience=60s",
                                        "wecom[0].name=office",
                                        "wecom[0].to.url=" + quick.url() + "/robot?key=k",
                                        "wecom[0].to.unencrypted=true"))) {
            postWaiting(process);
            process.sweep();
            await().until(() -> slow.requests().size() == 4);

            process.post(new Recipient.Channel("office"), notice("incident-1"));
            process.sweep();
            await().until(() -> stateOf("office").equals("SENT"));

            process.sweep();
            assertThat(slow.requests()).hasSize(4);
            assertThat(
                            jdbc.sql("select count(*) from notice where state = 'PENDING'")
                                    .query(Integer.class)
                                    .single())
                    .isEqualTo(WAITING - 4);
            over.countDown();
        }
    }

    private void postWaiting(NoticeProcess process) {
        process.get(TransactionTemplate.class)
                .executeWithoutResult(_ -> {
                    for (int i = 0; i < WAITING; i++) {
                        process.get(Notices.class).post(volunteer(), notice("waiting-" + i));
                    }
                });
        jdbc.sql("analyze notice").update();
    }

    private String stateOf(String channel) {
        return jdbc.sql("select state from notice where channel = ?")
                .param(channel)
                .query(String.class)
                .single();
    }
}
