package cn.anxin.hotline.notice.channel;

import cn.anxin.hotline.notice.Fault;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** Mail, handed to one server by SMTP. */
final class Mailbox implements Channel {
    private static final int DEEPEST = 10;

    private final MailSettings settings;
    private final ChannelTerms terms;
    private final Session session;

    /**
     * @param trust null: whom Java trusts
     */
    Mailbox(MailSettings settings, @Nullable SSLSocketFactory trust) {
        this.settings = settings;
        this.terms = settings.terms();
        this.session = Session.getInstance(properties(settings, trust));
    }

    @Override
    public ChannelTerms terms() {
        return terms;
    }

    private static Properties properties(MailSettings settings, @Nullable SSLSocketFactory trust) {
        var patience = Long.toString(settings.limits().patience().toMillis());
        var mail = new Properties();
        mail.put("mail.smtp.host", settings.host());
        mail.put("mail.smtp.port", Integer.toString(settings.port()));
        mail.put("mail.smtp.connectiontimeout", patience);
        mail.put("mail.smtp.timeout", patience);
        mail.put("mail.smtp.auth", Boolean.toString(!settings.username().isEmpty()));
        mail.put("mail.smtp.ssl.checkserveridentity", "true");
        mail.put("mail.smtp.quitwait", "false");
        switch (settings.security()) {
            case STARTTLS -> {
                mail.put("mail.smtp.starttls.enable", "true");
                mail.put("mail.smtp.starttls.required", "true");
            }
            case TLS -> mail.put("mail.smtp.ssl.enable", "true");
            case UNENCRYPTED -> mail.put("mail.smtp.starttls.enable", "false");
        }
        if (trust != null) {
            mail.put("mail.smtp.ssl.socketFactory", trust);
        }
        return mail;
    }

    @Override
    public Outcome send(Message message) throws InterruptedException {
        try (var transport = session.getTransport("smtp")) {
            if (settings.username().isEmpty()) {
                transport.connect();
            } else {
                transport.connect(settings.username(), settings.password());
            }
            transport.sendMessage(mail(message), new InternetAddress[] {settings.reader()});
            return new Outcome.Taken(null);
        } catch (MessagingException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return failure(e);
        }
    }

    private MimeMessage mail(Message message) throws MessagingException {
        var mail = new NamedMail(session, message.id() + "@" + domain());
        mail.setFrom(settings.sender());
        mail.setRecipient(jakarta.mail.Message.RecipientType.TO, settings.reader());
        mail.setSubject(message.title(), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(message.postedAt()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setText(message.told(settings.detail()), StandardCharsets.UTF_8.name());
        mail.saveChanges();
        return mail;
    }

    private String domain() {
        var address = settings.sender().getAddress();
        return address.substring(address.indexOf('@') + 1);
    }

    /** The same Message-ID at every attempt, so that mailboxes show it once. */
    private static final class NamedMail extends MimeMessage {
        private final String id;

        NamedMail(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }

    private static Outcome failure(MessagingException why) {
        if (why instanceof AuthenticationFailedException) {
            return new Outcome.NotNow(Fault.NOT_ALLOWED);
        }
        var reply = causes(why).mapToInt(Mailbox::reply).filter(code -> code > 0).findFirst();
        if (reply.isPresent()) {
            return byReply(reply.getAsInt());
        }
        var line = LineFault.of(why);
        if (line != null) {
            return new Outcome.NotNow(line);
        }
        // among them a server without STARTTLS, and one that does not greet
        return new Outcome.NotNow(
                why instanceof SendFailedException ? Fault.NOT_TAKEN : Fault.UNREADABLE);
    }

    /** RFC 5321, 4.2.1: 4yz may pass, 5yz will not; 530 to 538 are about who we are (RFC 4954). */
    private static Outcome byReply(int code) {
        if (code >= 530 && code <= 538) {
            return new Outcome.NotNow(Fault.NOT_ALLOWED);
        }
        return code / 100 == 5
                ? new Outcome.Never(Fault.REFUSED)
                : new Outcome.NotNow(Fault.NOT_TAKEN);
    }

    private static int reply(Throwable why) {
        return switch (why) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> 0;
        };
    }

    /** Jakarta Mail chains what happened one after another as well as causes. */
    private static Stream<Throwable> causes(Throwable why) {
        return Stream.iterate(why, one -> one != null, Mailbox::next).limit(DEEPEST);
    }

    private static @Nullable Throwable next(Throwable why) {
        return why instanceof MessagingException mail ? mail.getNextException() : why.getCause();
    }
}
