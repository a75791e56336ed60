package cn.anxin.hotline.behaviour.phone;

import cn.anxin.hotline.behaviour.phone.SipMessage.Header;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One REGISTER with its challenge. */
final class Registration {
    private final Phone phone;
    private final InetSocketAddress registrar;
    private final Account account;
    private final Duration lasts;
    private final String id;
    private final String uri;
    private final CompletableFuture<Boolean> done = new CompletableFuture<>();
    private int sequence = 1;

    Registration(Phone phone, InetSocketAddress registrar, Account account, Duration lasts) {
        this.phone = phone;
        this.registrar = registrar;
        this.account = account;
        this.lasts = lasts;
        this.id = phone.newId();
        this.uri = "sip:" + Phone.text(registrar);
    }

    String id() {
        return id;
    }

    /** Whether the registrar took it. */
    CompletableFuture<Boolean> done() {
        return done;
    }

    void start() {
        send(List.of());
    }

    private void send(List<Header> proof) {
        var who = "<sip:" + account.name() + "@" + Phone.text(registrar) + ">";
        var headers = new ArrayList<Header>();
        headers.add(phone.via());
        headers.add(new Header("Max-Forwards", "70"));
        headers.add(new Header("From", who + ";tag=" + phone.tag()));
        headers.add(new Header("To", who));
        headers.add(new Header("Call-ID", id));
        headers.add(new Header("CSeq", sequence + " REGISTER"));
        headers.addAll(phone.contact(account.name()));
        headers.add(new Header("Expires", String.valueOf(lasts.toSeconds())));
        headers.addAll(proof);
        var expected = sequence;
        var message = new SipMessage("REGISTER " + uri + " SIP/2.0", headers, "").bytes();
        phone.sendUntil(message, registrar, () -> done.isDone() || sequence > expected);
    }

    void receive(SipMessage response) {
        if (response.status() < 200 || response.sequence() != sequence) {
            return;
        }
        var proof = Phone.proof(account, response, "REGISTER", uri);
        if (proof.isPresent() && sequence == 1) {
            sequence++;
            send(List.of(proof.get()));
        } else {
            done.complete(response.status() == 200);
        }
    }
}
