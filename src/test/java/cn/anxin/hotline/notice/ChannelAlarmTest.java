package cn.anxin.hotline.notice;

import static cn.anxin.hotline.notice.CrookedServer.answer;
import static cn.anxin.hotline.notice.NoticeProcess.notice;
import static cn.anxin.hotline.notice.NoticeProcess.volunteer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A channel that gets nothing out is told of, once. */
class ChannelAlarmTest extends NoticeStory {
    private final CrookedServer server = CrookedServer.that(answer(500, ""));
    private NoticeProcess process = start();
    private int posted;

    private NoticeProcess start() {
        return NoticeProcess.start(database, sms(server, "failures-in-a-row=3"));
    }

    @BeforeEach
    void post() {
        process.post(volunteer(), notice("incident-" + posted++));
    }

    @AfterEach
    void stop() {
        process.close();
        server.close();
    }

    private void attempts(int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            process.turn();
            timePasses();
        }
        process.sweep();
        process.awaitIdle();
    }

    private void succeeds(int times) throws InterruptedException {
        server.now(answer(200, ""));
        for (int i = 0; i < times; i++) {
            post();
            timePasses();
            process.turn();
        }
        process.turn();
    }

    @Test
    void fewFailuresAreNoAlarm() throws InterruptedException {
        process.turn();
        process.turn();

        assertThat(process.news()).isEmpty();
    }

    @Test
    void anOutageIsOneAlarmHoweverLongItLasts() throws InterruptedException {
        attempts(12);

        assertThat(process.news())
                .singleElement()
                .isInstanceOfSatisfying(
                        ChannelFailing.class,
                        failing -> {
                            assertThat(failing.channel()).isEqualTo("sms");
                            assertThat(failing.fault()).isEqualTo(Fault.SERVER_ERROR);
                            assertThat(failing.failures()).isGreaterThanOrEqualTo(3);
                        });
    }

    @Test
    void itIsOneAlarmAlsoForTwoProcesses() throws InterruptedException {
        try (var other = start()) {
            for (int i = 0; i < 6; i++) {
                process.turn();
                other.turn();
                timePasses();
            }
            assertThat(process.news().size() + other.news().size()).isEqualTo(1);
        }
    }

    @Test
    void oneSuccessDoesNotEndIt() throws InterruptedException {
        attempts(6);
        server.now(answer(200, ""));
        timePasses();
        process.turn();
        process.turn();

        assertThat(only().state()).isEqualTo("SENT");
        assertThat(process.news()).hasSize(1);
    }

    @Test
    void itsEndIsToldOnce() throws InterruptedException {
        attempts(6);
        succeeds(5);

        assertThat(process.news()).hasSize(2);
        assertThat(process.news().getLast()).isInstanceOf(ChannelRecovered.class);
    }

    @Test
    void aChannelOnTheEdgeIsToldOfOnce() throws InterruptedException {
        attempts(6);
        for (int i = 0; i < 5; i++) {
            succeeds(1);
            server.now(answer(500, ""));
            post();
            attempts(1);
        }

        assertThat(process.news()).hasSize(1);
    }

    @Test
    void aSingleSuccessAfterALongCalmIsEnough() throws InterruptedException {
        attempts(6);
        succeeds(1);
        jdbc.sql("update notice_channel set last_failure_at = now() - interval '6 minutes'")
                .update();
        process.turn();

        assertThat(process.news()).hasSize(2);
    }

    @Test
    void aMessageThatWaitsTooLongIsAnAlarmToo() throws InterruptedException {
        jdbc.sql("update notice set posted_at = posted_at - interval '11 minutes'").update();
        jdbc.sql("update notice set next_action_at = now() + interval '1 hour'").update();
        process.turn();

        assertThat(process.news())
                .singleElement()
                .isInstanceOfSatisfying(
                        ChannelFailing.class,
                        failing -> assertThat(failing.oldestWaiting()).hasMinutes(11));
    }

    @Test
    void whoCouldNotRecordTheAlarmIsToldAgain() throws InterruptedException {
        process.get(NoticeProcess.News.class).refuses(true);
        assertThatThrownBy(() -> attempts(6)).hasMessage("not now");
        process.get(NoticeProcess.News.class).refuses(false);
        process.turn();
        process.turn();

        assertThat(process.news()).hasSize(1);
    }

    @Test
    void healthAndFiguresShowIt() throws InterruptedException {
        attempts(6);
        process.sweep();

        var health = process.get(ChannelWatch.class).health();
        assertThat(health.getStatus().getCode()).isEqualTo("UP");
        assertThat(health.getDetails().get("sms")).asString().contains("FAILING");
        var meters = process.get(MeterRegistry.class);
        assertThat(meters.get("hotline.notice.failing").tag("channel", "sms").gauge().value())
                .isEqualTo(1);
        assertThat(
                        meters.get("hotline.notice.fates")
                                .tag("channel", "sms")
                                .tag("fate", "retried")
                                .counter()
                                .count())
                .isGreaterThanOrEqualTo(5);
        assertThat(process.get(ChannelList.class).channels())
                .singleElement()
                .satisfies(channel ->
                        assertThat(channel.state()).isEqualTo(ChannelList.State.FAILING));
    }
}
