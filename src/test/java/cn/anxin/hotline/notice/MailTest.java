package cn.anxin.hotline.notice;

import static cn.anxin.hotline.notice.NoticeProcess.notice;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** Mail, handed to a real SMTP server that has its own mind. */
class MailTest extends NoticeStory {
    private static final String[] CLEAR = {"mail[0].security=UNENCRYPTED"};

    private final ConcurrentLinkedQueue<String> mails = new ConcurrentLinkedQueue<>();
    private @Nullable RejectException atFrom;
    private @Nullable RejectException atRecipient;
    private @Nullable RejectException atData;

    @TempDir private Path folder;

    private SMTPServer.Builder server() {
        return SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandlerFactory(Handler::new);
    }

    /** Says no where the test wants it. */
    private final class Handler implements MessageHandler {

        Handler(MessageContext context) {}

        @Override
        public void from(String from) throws RejectException {
            refuse(atFrom);
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            refuse(atRecipient);
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            var mail = new String(data.readAllBytes(), StandardCharsets.UTF_8);
            refuse(atData);
            mails.add(mail);
            return "taken";
        }

        @Override
        public void done() {}
    }

    private static void refuse(@Nullable RejectException how) throws RejectException {
        if (how != null) {
            throw how;
        }
    }

    private String[] settings(int port, String... more) {
        var settings =
                List.of(
                        "mail[0].name=head",
                        "mail[0].host=127.0.0.1",
                        "mail[0].port=" + port,
                        "mail[0].from=安心热线 <hotline@town.example>",
                        "mail[0].to=head@town.example",
                        "mail[0].limits.patience=30s",
                        "first-pause=10ms");
        return both(settings, more);
    }

    private Row after(SMTPServer server, String... settings) throws InterruptedException {
        server.start();
        try {
            return afterOneAttempt(settings(server.getPortAllocated(), settings));
        } finally {
            server.stop();
        }
    }

    private Row afterOneAttempt(String... settings) throws InterruptedException {
        try (var process = NoticeProcess.start(database, settings)) {
            process.post(new Recipient.Channel("head"), notice("incident-1"));
            process.turn();
            return only();
        }
    }

    private static Row pending(String fault) {
        return new Row("PENDING", 1, fault, null);
    }

    @Test
    void itArrivesAsWritten() throws Exception {
        assertThat(after(server().build(), CLEAR).state()).isEqualTo("SENT");

        var mail = parsed();
        assertThat(mail.getSubject()).isEqualTo("有一位老人需要上门看看");
        assertThat(mail.getContent().toString()).contains("唐桂兰今天没有接到问候电话，请上门看看。");
        assertThat(mail.getFrom()[0].toString()).contains("hotline@town.example");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getMessageID()).isEqualTo("<" + messageId() + "@town.example>");
    }

    @Test
    void whoseReaderIsSetToGetNoDetailReadsTheTitleOnly() throws Exception {
        after(server().build(), both(List.of(CLEAR), "mail[0].detail=TITLE"));

        assertThat(parsed().getContent().toString()).doesNotContain("唐桂兰");
    }

    @Test
    void aGreylistedReaderIsTriedAgainUnderTheSameId() throws Exception {
        atRecipient = new RejectException(451, "4.7.1 try again later");
        var server = server().build();
        server.start();
        try (var process =
                NoticeProcess.start(database, settings(server.getPortAllocated(), CLEAR))) {
            process.post(new Recipient.Channel("head"), notice("incident-1"));
            process.turn();
            assertThat(only()).isEqualTo(pending("NOT_TAKEN"));

            atRecipient = null;
            timePasses();
            process.turn();
            assertThat(only().state()).isEqualTo("SENT");
            assertThat(parsed().getMessageID()).contains(messageId());
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "550, FAILED, REFUSED",
        "554, FAILED, REFUSED",
        "530, PENDING, NOT_ALLOWED",
        "450, PENDING, NOT_TAKEN",
        "421, PENDING, NOT_TAKEN"
    })
    void aNoIsForGoodWhereTheServerSaysSo(int code, String state, String fault)
            throws InterruptedException {
        atRecipient = new RejectException(code, "no");
        assertThat(after(server().build(), CLEAR)).isEqualTo(new Row(state, 1, fault, null));
    }

    @Test
    void aNoToTheSender() throws InterruptedException {
        atFrom = new RejectException(553, "no");
        assertThat(after(server().build(), CLEAR)).isEqualTo(new Row("FAILED", 1, "REFUSED", null));
    }

    @Test
    void aNoToTheMailItself() throws InterruptedException {
        atData = new RejectException(452, "4.3.1 disk full");
        assertThat(after(server().build(), CLEAR)).isEqualTo(pending("NOT_TAKEN"));
    }

    @Test
    void aWrongPasswordIsMendedByWhoeverTheAlarmCalls() throws InterruptedException {
        var server = server().requireAuth().authenticationHandlerFactory(passwords()).build();

        assertThat(
                        after(
                                server,
                                both(
                                        List.of(CLEAR),
                                        "mail[0].username=hotline",
                                        "mail[0].password=wrong")))
                .isEqualTo(pending("NOT_ALLOWED"));
    }

    @Test
    void aRightPasswordLetsUsIn() throws InterruptedException {
        var server = server().requireAuth().authenticationHandlerFactory(passwords()).build();

        assertThat(
                        after(
                                        server,
                                        both(
                                                List.of(CLEAR),
                                                "mail[0].username=hotline",
                                                "mail[0].password=right"))
                                .state())
                .isEqualTo("SENT");
    }

    private static EasyAuthenticationHandlerFactory passwords() {
        return new EasyAuthenticationHandlerFactory((username, password, _) -> {
            if (!password.equals("right")) {
                throw new LoginFailedException();
            }
        });
    }

    @Test
    void withoutTlsNothingIsSaid() throws InterruptedException {
        assertThat(after(server().build())).isEqualTo(pending("UNREADABLE"));
        assertThat(mails).isEmpty();
    }

    @Test
    void withTlsItArrives() throws Exception {
        var certificates = Certificates.of(folder, "dns:localhost,ip:127.0.0.1");
        var server = server().requireTLS().startTlsSocketFactory(certificates.server()).build();

        assertThat(after(server, trusting(certificates)).state()).isEqualTo("SENT");
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotTrusted() throws Exception {
        var certificates = Certificates.of(folder, "dns:localhost,ip:127.0.0.1");
        var server = server().requireTLS().startTlsSocketFactory(certificates.server()).build();

        assertThat(after(server)).isEqualTo(pending("NOT_TRUSTED"));
    }

    @Test
    void norOneOfAnotherHost() throws Exception {
        var certificates = Certificates.of(folder, "dns:elsewhere.example");
        var server = server().requireTLS().startTlsSocketFactory(certificates.server()).build();

        assertThat(after(server, trusting(certificates))).isEqualTo(pending("NOT_TRUSTED"));
    }

    private static String[] trusting(Certificates certificates) {
        return new String[] {
            "mail[0].ssl-bundle=town",
            "spring.ssl.bundle.pem.town.truststore.certificate=file:" + certificates.file()
        };
    }

    @Test
    void whoAcceptsAndNeverGreetsIsNotWaitedFor() throws Exception {
        var over = new CountDownLatch(1);
        try (var mute = mute(over, Optional.empty())) {
            assertThat(afterOneAttempt(hasty(mute))).isEqualTo(pending("TIMED_OUT"));
        } finally {
            over.countDown();
        }
    }

    @Test
    void norWhoGreetsLetterByLetter() throws Exception {
        var over = new CountDownLatch(1);
        try (var mute = mute(over, Optional.of((byte) '2'))) {
            assertThat(afterOneAttempt(hasty(mute))).isEqualTo(pending("TIMED_OUT"));
        } finally {
            over.countDown();
        }
    }

    @Test
    void whereNobodyListens() throws Exception {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(afterOneAttempt(settings(port, CLEAR))).isEqualTo(pending("NO_CONNECTION"));
    }

    private String[] hasty(ServerSocket server) {
        return settings(
                server.getLocalPort(), both(List.of(CLEAR), "mail[0].limits.patience=500ms"));
    }

    private static ServerSocket mute(CountDownLatch over, Optional<Byte> drip) throws IOException {
        var mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var kept = new ArrayList<>();
        Thread.ofVirtual()
                .start(() -> {
                    try (var socket = mute.accept()) {
                        kept.add(socket);
                        while (!over.await(100, TimeUnit.MILLISECONDS)) {
                            if (drip.isPresent()) {
                                socket.getOutputStream().write(drip.get());
                            }
                        }
                    } catch (IOException | InterruptedException _) {
                        // it is over
                    }
                });
        return mute;
    }

    private MimeMessage parsed() throws MessagingException {
        assertThat(mails).hasSize(1);
        return new MimeMessage(
                null, new ByteArrayInputStream(mails.element().getBytes(StandardCharsets.UTF_8)));
    }

    private String messageId() {
        return jdbc.sql("select message_id::text from notice").query(String.class).single();
    }
}
