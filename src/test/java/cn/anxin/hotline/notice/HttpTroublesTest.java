package cn.anxin.hotline.notice;

import static cn.anxin.hotline.notice.CrookedServer.answer;
import static cn.anxin.hotline.notice.CrookedServer.head;
import static cn.anxin.hotline.notice.NoticeProcess.notice;
import static cn.anxin.hotline.notice.NoticeProcess.volunteer;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.notice.CrookedServer.Manners;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that a gateway may do to us, by a real socket, and what becomes of the message. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpTroublesTest extends NoticeStory {
    /** One gateway whose answer is read, and a robot's host of which the status tells all. */
    private final CrookedServer server = CrookedServer.that(answer(200, "{\"code\": 0}"));

    private final NoticeProcess process =
            NoticeProcess.start(
                    database,
                    sms(
                            server,
                            "longest-pause=2m",
                            "sms[0].answer.at=/code",
                            "sms[0].answer.success=0",
                            "sms[0].answer.throttled=22",
                            "sms[0].answer.refused=33",
                            "webhooks[0].name=program",
                            "webhooks[0].to.url=" + server.url() + "/hook",
                            "webhooks[0].to.unencrypted=true",
                            "webhooks[0].limits.patience=30s",
                            "wecom[0].name=hasty",
                            "wecom[0].to.url=" + server.url() + "/robot",
                            "wecom[0].to.unencrypted=true",
                            "wecom[0].limits.patience=500ms",
                            "webhooks[0].secrets=whsec_YSBzZWNyZXQgZm9yIHRlc3RzLCBubyBvdGhlcg=="));

    private CountDownLatch over = new CountDownLatch(1);

    @TempDir private Path folder;

    @BeforeEach
    void forget() {
        over = new CountDownLatch(1);
        server.forget();
    }

    @AfterEach
    void letGo() {
        over.countDown();
    }

    @AfterAll
    void stop() {
        process.close();
        server.close();
    }

    private Row after(Manners manners) throws InterruptedException {
        server.now(manners);
        return afterOneAttempt(process, volunteer());
    }

    private Row afterOneAttempt(String... settings) throws InterruptedException {
        try (var other = NoticeProcess.start(database, settings)) {
            return afterOneAttempt(other, volunteer());
        }
    }

    private Row afterOneAttempt(NoticeProcess by, Recipient recipient) throws InterruptedException {
        by.post(recipient, notice("incident-1"));
        by.turn();
        return only();
    }

    @Test
    void whoAnswersWellHasIt() throws InterruptedException {
        assertThat(after(answer(200, "{\"code\": 0}"))).isEqualTo(new Row("SENT", 1, null, null));

        var request = server.only();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/send");
        assertThat(request.header("content-type")).isEqualTo("application/json; charset=UTF-8");
        assertThat(request.body()).contains("\"to\": \"13900000100\"", "唐桂兰今天没有接到问候电话，请上门看看。");
        assertThat(journal()).containsExactly("notice-sent");
    }

    private Row afterHalfASecond(Manners manners) throws InterruptedException {
        server.now(manners);
        return afterOneAttempt(process, new Recipient.Channel("hasty"));
    }

    @Test
    void whoAcceptsAndNeverAnswersIsNotWaitedForLongerThanThePatience()
            throws InterruptedException {
        assertThat(afterHalfASecond((_, _) -> over.await())).isEqualTo(pending("TIMED_OUT"));
    }

    @Test
    void whoDripsIsNotWaitedForEither() throws InterruptedException {
        assertThat(
                        afterHalfASecond((_, socket) -> {
                            socket.getOutputStream().write(head(200, 1000));
                            drip(socket.getOutputStream());
                        }))
                .isEqualTo(pending("TIMED_OUT"));
    }

    @Test
    void whoDripsTheHeadIsNotWaitedForEither() throws InterruptedException {
        assertThat(afterHalfASecond((_, socket) -> drip(socket.getOutputStream())))
                .isEqualTo(pending("TIMED_OUT"));
    }

    @Test
    void ofWhoseStatusTellsAllTheBodyIsNotWaitedFor() throws InterruptedException {
        server.now((_, socket) -> {
            socket.getOutputStream().write(head(200, 1000));
            drip(socket.getOutputStream());
        });

        assertThat(afterOneAttempt(process, new Recipient.Channel("program")))
                .isEqualTo(new Row("SENT", 1, null, null));
    }

    private void drip(OutputStream to) throws IOException, InterruptedException {
        while (!over.await(50, TimeUnit.MILLISECONDS)) {
            to.write('H');
            to.flush();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "500, PENDING, SERVER_ERROR",
        "503, PENDING, SERVER_ERROR",
        "408, PENDING, TIMED_OUT",
        "429, PENDING, THROTTLED",
        "401, PENDING, NOT_ALLOWED",
        "402, PENDING, NOT_ALLOWED",
        "403, PENDING, NOT_ALLOWED",
        "400, FAILED, REFUSED",
        "404, FAILED, REFUSED",
        "410, FAILED, REFUSED",
        "422, FAILED, REFUSED",
        "301, PENDING, REDIRECTED",
        "304, PENDING, REDIRECTED"
    })
    void whatMayGetBetterIsTriedAgain(int status, String state, String fault)
            throws InterruptedException {
        assertThat(after(answer(status, "no"))).isEqualTo(new Row(state, 1, fault, null));
    }

    @Test
    void nobodyIsFollowedElsewhere() throws InterruptedException {
        try (var elsewhere = CrookedServer.that(answer(200, ""))) {
            assertThat(after(answer(307, "", "Location: " + elsewhere.url() + "/send")))
                    .isEqualTo(pending("REDIRECTED"));
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void whoBreaksOffBeforeAnAnswer() throws InterruptedException {
        assertThat(after((_, socket) -> socket.close())).isEqualTo(pending("CUT_OFF"));
    }

    @Test
    void whoResetsInMidAnswer() throws InterruptedException {
        assertThat(
                        after((_, socket) -> {
                            socket.getOutputStream().write(head(200, 1000));
                            socket.getOutputStream().write("{\"co".getBytes());
                            socket.getOutputStream().flush();
                            socket.setSoLinger(true, 0);
                        }))
                .isEqualTo(pending("CUT_OFF"));
    }

    @Test
    void whoSpeaksNoHttp() throws InterruptedException {
        assertThat(
                        after((_, socket) ->
                                socket.getOutputStream().write("SSH-2.0-x\r\n\r\n".getBytes())))
                .isEqualTo(pending("CUT_OFF"));
    }

    @Test
    void whereNobodyListens() throws InterruptedException {
        var gone = CrookedServer.that(answer(200, ""));
        gone.close();

        assertThat(afterOneAttempt(sms(gone))).isEqualTo(pending("NO_CONNECTION"));
    }

    @Test
    void whereThereIsNoSuchHost() throws InterruptedException {
        assertThat(afterOneAttempt(sms(server, "sms[0].to.url=https://gateway.invalid/send")))
                .isEqualTo(pending("NO_CONNECTION"));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"code\": 0}', SENT,",
        "'{\"code\": \"0\"}', SENT,",
        "'{\"code\": 7}', PENDING, NOT_TAKEN",
        "'{\"code\": 22}', PENDING, THROTTLED",
        "'{\"code\": 33}', FAILED, REFUSED",
        "'{\"code\": null}', PENDING, NOT_TAKEN",
        "'{\"code\": {}}', PENDING, UNREADABLE",
        "'{}', PENDING, UNREADABLE",
        "'[]', PENDING, UNREADABLE",
        "'', PENDING, UNREADABLE",
        "'<html>welcome</html>', PENDING, UNREADABLE"
    })
    void anErrorInTheBodyIsAnErrorWhateverTheStatus(String body, String state, String fault)
            throws InterruptedException {
        assertThat(after(answer(200, body))).isEqualTo(new Row(state, 1, fault, null));
    }

    @Test
    void noMoreOfABodyIsReadThanCanMatter() throws InterruptedException {
        var written = new AtomicLong();
        Manners endless =
                (_, socket) -> {
                    socket.getOutputStream().write(head(200, Long.MAX_VALUE));
                    var some = " ".repeat(8192).getBytes(StandardCharsets.UTF_8);
                    while (true) {
                        socket.getOutputStream().write(some);
                        written.addAndGet(some.length);
                    }
                };

        assertThat(after(endless)).isEqualTo(pending("UNREADABLE"));
        assertThat(written.get()).isLessThan(50_000_000);
    }

    @Test
    void whoseCertificateNobodyVouchesFor() throws Exception {
        var certificates = Certificates.of(folder, "dns:localhost,ip:127.0.0.1");
        try (var tls = secure(certificates)) {
            assertThat(afterOneAttempt(sms(server, "sms[0].to.url=" + https(tls))))
                    .isEqualTo(pending("NOT_TRUSTED"));
            assertThat(tls.requests()).isEmpty();
        }
    }

    @Test
    void whoseCertificateIsAnotherHosts() throws Exception {
        var certificates = Certificates.of(folder, "dns:elsewhere.example");
        try (var tls = secure(certificates)) {
            assertThat(afterOneAttempt(trusting(certificates, https(tls))))
                    .isEqualTo(pending("NOT_TRUSTED"));
            assertThat(tls.requests()).isEmpty();
        }
    }

    @Test
    void whomTheTownItselfVouchesFor() throws Exception {
        var certificates = Certificates.of(folder, "dns:localhost,ip:127.0.0.1");
        try (var tls = secure(certificates)) {
            assertThat(afterOneAttempt(trusting(certificates, https(tls))).state())
                    .isEqualTo("SENT");
        }
    }

    private static CrookedServer secure(Certificates certificates) {
        return CrookedServer.overTls(
                certificates.server().getServerSocketFactory(), answer(200, ""));
    }

    private String[] trusting(Certificates certificates, String url) {
        return sms(
                server,
                "sms[0].to.url=" + url,
                "sms[0].to.ssl-bundle=town",
                "spring.ssl.bundle.pem.town.truststore.certificate=file:" + certificates.file());
    }

    private static String https(CrookedServer tls) {
        return "https://127.0.0.1:" + tls.port() + "/send";
    }

    @ParameterizedTest
    @ValueSource(strings = {"120", "Fri, 31 Dec 2100 23:59:59 GMT"})
    void whoSaysHowLongToWaitIsLeftInPeace(String after) throws InterruptedException {
        server.now(answer(429, "", "Retry-After: " + after));
        process.post(volunteer(), notice("incident-1"));
        process.turn();
        process.post(volunteer(), notice("incident-2"));
        process.turn();

        assertThat(states()).containsExactly("PENDING", "PENDING");
        assertThat(server.requests()).hasSize(1);
        assertThat(
                        jdbc.sql(
                                        """
                                        select extract(epoch from next_action_at - now())
                                        from notice order by id limit 1
                                        """)
                                .query(Double.class)
                                .single())
                .isBetween(60.0, 120.0);
    }

    private static Row pending(String fault) {
        return new Row("PENDING", 1, fault, null);
    }
}
