package cn.anxin.hotline.behaviour.phone;

import cn.anxin.hotline.behaviour.phone.SipMessage.Header;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A call that this phone started. */
public final class PlacedCall extends Call {
    private final InetSocketAddress to;
    private final String requestUri;
    private final Caller caller;
    private final String tag;
    private final AtomicBoolean heardOf = new AtomicBoolean();
    private final AtomicBoolean leaving = new AtomicBoolean();
    private volatile SipMessage invite;
    private volatile String remoteParty;
    private volatile String remoteTarget;
    private int sequence = 1;

    PlacedCall(Phone phone, InetSocketAddress to, String number, Caller caller) {
        super(phone, phone.newId());
        this.to = to;
        this.caller = caller;
        this.tag = phone.tag();
        this.requestUri = "sip:" + number + "@" + Phone.text(to);
        this.remoteParty = "<" + requestUri + ">";
        this.remoteTarget = requestUri;
        this.invite = invitation(List.of());
    }

    void start() {
        happened(Moment.INVITED);
        phone.sendUntil(invite.bytes(), to, () -> heardOf.get() || hasEnded());
    }

    private SipMessage invitation(List<Header> more) {
        var headers = new ArrayList<>(common("INVITE"));
        headers.addAll(phone.sessionHeaders());
        caller.headers().forEach(line -> headers.add(header(line)));
        headers.addAll(more);
        return new SipMessage("INVITE " + requestUri + " SIP/2.0", headers, offer());
    }

    private List<Header> common(String method) {
        return List.of(
                phone.via(),
                new Header("Max-Forwards", "70"),
                new Header("From", caller.from() + ";tag=" + tag),
                new Header("To", remoteParty),
                new Header("Call-ID", id),
                new Header("CSeq", sequence + " " + method));
    }

    private static Header header(String line) {
        var colon = line.indexOf(':');
        return new Header(line.substring(0, colon), line.substring(colon + 1).stripLeading());
    }

    @Override
    void receive(SipMessage message, InetSocketAddress from) {
        if (!message.isResponse()) {
            if (!repeated(message, from)) {
                receiveInDialog(message, from);
            }
        } else if (message.method().equals("INVITE") && message.sequence() == invite.sequence()) {
            receiveAnswer(message);
        }
    }

    private void receiveAnswer(SipMessage response) {
        heardOf.set(true);
        var status = response.status();
        if (status < 200) {
            if (status > 100) {
                happened(Moment.RINGING);
            }
            if (!response.body().isBlank()) {
                voice.connect(SessionDescription.read(response.body()));
            }
        } else if (status < 300) {
            accepted(response);
        } else {
            refused(response);
        }
    }

    private void accepted(SipMessage response) {
        remoteParty = response.need("To");
        remoteTarget = SipMessage.uri(response.need("Contact"));
        var first = when(Moment.ANSWERED).isEmpty();
        happened(Moment.ANSWERED);
        phone.send(inDialog("ACK", invite.sequence()).bytes(), to);
        if (first) {
            voice.connect(SessionDescription.read(response.body()));
            if (leaving.get()) {
                bye();
            }
        }
    }

    private void refused(SipMessage response) {
        var headers = new ArrayList<Header>();
        headers.add(invite.headers().getFirst());
        headers.add(new Header("Max-Forwards", "70"));
        headers.add(new Header("From", invite.need("From")));
        headers.add(new Header("To", response.need("To")));
        headers.add(new Header("Call-ID", id));
        headers.add(new Header("CSeq", invite.sequence() + " ACK"));
        phone.send(new SipMessage("ACK " + requestUri + " SIP/2.0", headers, "").bytes(), to);
        var proof = phone.proof(response, "INVITE", requestUri);
        if (proof.isPresent() && sequence == 1) {
            sequence++;
            heardOf.set(false);
            invite = invitation(List.of(proof.get()));
            phone.sendUntil(invite.bytes(), to, () -> heardOf.get() || hasEnded());
        } else {
            end(new End(leaving.get(), response.status()));
        }
    }

    @Override
    public void hangUp() {
        leaving.set(true);
        if (hasEnded()) {
            return;
        }
        if (when(Moment.ANSWERED).isPresent()) {
            bye();
        } else {
            var headers = new ArrayList<>(invite.headers().subList(0, 5));
            headers.add(new Header("CSeq", invite.sequence() + " CANCEL"));
            var cancel = new SipMessage("CANCEL " + requestUri + " SIP/2.0", headers, "");
            phone.send(cancel.bytes(), to);
        }
    }

    private void bye() {
        phone.send(inDialog("BYE", ++sequence).bytes(), to);
        end(new End(true, 200));
    }

    private SipMessage inDialog(String method, int number) {
        var headers = new ArrayList<>(common(method));
        headers.set(headers.size() - 1, new Header("CSeq", number + " " + method));
        return new SipMessage(method + " " + remoteTarget + " SIP/2.0", headers, "");
    }
}
