package cn.anxin.hotline.behaviour.phone;

import cn.anxin.hotline.behaviour.phone.SipMessage.Header;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** A call that reached this phone. */
public final class IncomingCall extends Call {
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(2);

    private final SipMessage invite;
    private final InetSocketAddress from;
    private final SessionDescription offered;
    private final AtomicBoolean decided = new AtomicBoolean();
    private final CompletableFuture<Boolean> acknowledged = new CompletableFuture<>();

    IncomingCall(Phone phone, SipMessage invite, InetSocketAddress from) {
        super(phone, invite.need("Call-ID"));
        this.invite = invite;
        this.from = from;
        this.offered = SessionDescription.read(invite.body());
        happened(Moment.INVITED);
    }

    /** The number that was dialled. */
    public String number() {
        return invite.dialled();
    }

    /** The number that the caller shows; empty if none. */
    public String caller() {
        var uri = SipMessage.uri(from());
        return uri.contains("@") ? uri.replaceFirst("^sips?:", "").replaceFirst("@.*$", "") : "";
    }

    /** The From header of whoever calls. */
    public String from() {
        return invite.need("From");
    }

    public void ring() {
        if (!decided.get()) {
            happened(Moment.RINGING);
            respond(invite, from, "180 Ringing", phone.contact(), "");
        }
    }

    /** Takes the receiver; nothing happens if the caller has given up already. */
    public void answer() {
        if (!offered.takesALaw()) {
            refuse(488);
        } else if (decided.compareAndSet(false, true)) {
            voice.connect(offered);
            happened(Moment.ANSWERED);
            var description = SessionDescription.offer(voice.address(), offered.keysPayload());
            respond(invite, from, "200 OK", phone.sessionHeaders(), description);
            var ok = invite.response("200 OK", phone.tag(), phone.sessionHeaders(), description);
            phone.sendAgainUntil(ok.bytes(), from, () -> acknowledged.isDone() || hasEnded());
        }
    }

    /** Ends it unanswered with this SIP status, such as 486. */
    public void refuse(int status) {
        if (decided.compareAndSet(false, true)) {
            respond(invite, from, status + " Refused");
            end(new End(true, status));
        }
    }

    @Override
    public void hangUp() {
        if (!decided.get()) {
            refuse(480);
        } else if (!hasEnded()) {
            // whoever was called has to be acknowledged before it may hang up
            await(acknowledged, ACKNOWLEDGED_WITHIN);
            phone.send(bye().bytes(), from);
            end(new End(true, 200));
        }
    }

    private SipMessage bye() {
        var target = SipMessage.uri(invite.need("Contact"));
        return new SipMessage(
                "BYE " + target + " SIP/2.0",
                List.of(
                        phone.via(),
                        new Header("Max-Forwards", "70"),
                        new Header("From", invite.need("To") + ";tag=" + phone.tag()),
                        new Header("To", invite.need("From")),
                        new Header("Call-ID", id),
                        new Header("CSeq", "1 BYE")),
                "");
    }

    @Override
    void receive(SipMessage message, InetSocketAddress source) {
        if (message.isResponse() || repeated(message, source)) {
            return;
        }
        switch (message.method()) {
            case "ACK" -> acknowledged.complete(true);
            case "CANCEL" -> {
                respond(message, source, "200 OK");
                if (decided.compareAndSet(false, true)) {
                    respond(invite, from, "487 Request Terminated");
                    end(new End(false, 487));
                }
            }
            default -> receiveInDialog(message, source);
        }
    }
}
