package cn.anxin.hotline.notice;

import static cn.anxin.hotline.notice.CrookedServer.answer;
import static cn.anxin.hotline.notice.NoticeProcess.notice;
import static cn.anxin.hotline.notice.NoticeProcess.volunteer;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.anxin.hotline.notice.CrookedServer.Manners;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Whatever goes wrong, neither text nor number nor key is in a log, a journal or a failure. */
class NobodyIsNamedInNoticesTest extends NoticeStory {
    private static final String[] DETAILS = {
        "唐桂兰", "13900000100", "key-for-tests", "secretForTests", "password-for-tests"
    };

    private final CrookedServer server = CrookedServer.that(answer(200, ""));
    private final Logger everything =
            (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("cn.anxin.hotline");
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();

    /** A start takes whatever listens off the logs. */
    private void listen() {
        written.start();
        everything.addAppender(written);
        ours.setLevel(Level.TRACE);
    }

    @AfterEach
    void listenNoMore() {
        ours.setLevel(null);
        everything.detachAppender(written);
        server.close();
    }

    @Test
    void inWhatIsLeftBehind() throws InterruptedException {
        var settings =
                sms(
                        server,
                        "sms[0].method=GET",
                        "sms[0].body=",
                        "sms[0].to.url="
                                + server.url()
                                + "/?k=key-for-tests&to={{number}}&t={{text}}",
                        "sms[0].report.secret=secretForTests0123456789",
                        "sms[0].report.id-at=/id",
                        "sms[0].report.status-at=/status",
                        "mail[0].name=head",
                        "mail[0].host=127.0.0.1",
                        "mail[0].port=1",
                        "mail[0].from=hotline@town.example",
                        "mail[0].to=head@town.example",
                        "mail[0].username=hotline",
                        "mail[0].password=password-for-tests",
                        "wecom[0].name=office",
                        "wecom[0].to.url=" + server.url() + "/?k=key-for-tests",
                        "wecom[0].to.unencrypted=true",
                        "failures-in-a-row=1");
        try (var process = NoticeProcess.start(database, settings)) {
            listen();
            var troubles =
                    Map.<String, Manners>of(
                            "well", answer(200, ""),
                            "failing", answer(500, ""),
                            "refusing", answer(400, ""),
                            "elsewhere", answer(302, "", "Location: /"),
                            "silent", (_, socket) -> socket.close(),
                            "strange", (_, socket) -> socket.getOutputStream().write('\n'));
            for (var trouble : troubles.entrySet()) {
                server.now(trouble.getValue());
                process.post(volunteer(), notice(trouble.getKey()));
                process.post(new Recipient.Listeners(), notice(trouble.getKey()));
                process.turn();
            }
            process.post(new Recipient.Channel("nobody"), notice("nowhere"));
            jdbc.sql("update notice set words = '\\x00' where state = 'PENDING'").update();
            timePasses();
            process.turn();
            allGoStale();
            process.turn();

            var told =
                    List.of(
                            process.get(NoticeSettings.class).toString(),
                            process.get(NoticeList.class)
                                    .page(Set.of(), Long.MAX_VALUE, 500)
                                    .toString(),
                            notice("one").toString(),
                            volunteer().toString());
            assertThat(told).allSatisfy(one -> assertThat(one).doesNotContain(DETAILS));
            for (var table : List.of("notice", "notice_channel", "journal")) {
                assertThat(
                                jdbc.sql("select t::text from %s t".formatted(table))
                                        .query(String.class)
                                        .list())
                        .isNotEmpty()
                        .allSatisfy(row -> assertThat(row).doesNotContain(DETAILS));
            }
        }
        assertThat(logged())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).doesNotContain(DETAILS));
    }

    private List<String> logged() {
        var layout = new PatternLayout();
        layout.setContext(everything.getLoggerContext());
        layout.setPattern("%level %logger %mdc %kvp %msg%n%ex");
        layout.start();
        return List.copyOf(written.list).stream().map(layout::doLayout).toList();
    }
}
