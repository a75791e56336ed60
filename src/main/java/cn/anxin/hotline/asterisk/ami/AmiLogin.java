package cn.anxin.hotline.asterisk.ami;

import cn.anxin.hotline.asterisk.AsteriskSettings;
import cn.anxin.hotline.asterisk.Endpoint;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.asteriskjava.AsteriskVersion;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.ManagerConnectionState;
import org.asteriskjava.manager.ManagerEventListener;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.internal.ManagerConnectionImpl;
import org.asteriskjava.manager.internal.ManagerWriter;

/**
 * One connection, from its login to its end, never used again.
 *
 * <p>The library would reconnect by itself, but only when its reader sees the end of the stream: a
 * stalled Asterisk, or an end that its full queue dropped, leaves it "connected" for ever. {@link
 * AmiConnection} does better, so here the library's own reconnection is kept from starting.
 */
final class AmiLogin extends ManagerConnectionImpl implements AutoCloseable {
    private final CountDownLatch end = new CountDownLatch(1);
    private final String eventMask;

    private AmiLogin(
            Endpoint asterisk, String user, String secret, String eventMask, AmiTimings timings) {
        this.eventMask = eventMask;
        setHostname(asterisk.host());
        setPort(asterisk.port());
        setUsername(user);
        setPassword(secret);
        setSocketTimeout((int) timings.connect().toMillis());
        setSocketReadTimeout((int) timings.silence().toMillis());
        setDefaultResponseTimeout(timings.pong().toMillis());
        registerUserEventClass(HangupWithSipStatus.class);
    }

    /**
     * The login that listens.
     *
     * @param listener is told every event on the library's thread; must not block
     */
    static AmiLogin listening(
            AsteriskSettings asterisk, AmiTimings timings, ManagerEventListener listener) {
        var login =
                new AmiLogin(
                        asterisk.ami(),
                        AsteriskSettings.EVENTS_LOGIN,
                        asterisk.amiEventsSecret(),
                        "on",
                        timings);
        login.addEventListener(listener);
        return login;
    }

    /** The login that acts. */
    static AmiLogin acting(AsteriskSettings asterisk, AmiTimings timings) {
        return new AmiLogin(
                asterisk.ami(),
                AsteriskSettings.ACTIONS_LOGIN,
                asterisk.amiActionsSecret(),
                "off",
                timings);
    }

    void open() throws IOException, AuthenticationFailedException, TimeoutException {
        login(eventMask);
    }

    @Override
    protected ManagerWriter createWriter() {
        return new CheckedWriter();
    }

    /**
     * Not asked, since the login that listens has no right to ask, and would wait two seconds for
     * that to be said four times. The library only tells Asterisk 1.0 from all later ones by it.
     */
    @Override
    protected AsteriskVersion determineVersion() {
        return AsteriskVersion.ASTERISK_20;
    }

    @Override
    public void dispatchEvent(ManagerEvent event, Integer requiredHandlingTime) {
        if (event instanceof DisconnectEvent) {
            // Only a connection in state CONNECTED is reconnected by the library.
            state = ManagerConnectionState.DISCONNECTED;
            end.countDown();
        }
        super.dispatchEvent(event, requiredHandlingTime);
    }

    /** Whether the connection ended within that time. */
    boolean awaitEnd(Duration patience) throws InterruptedException {
        return end.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Without a word to Asterisk, which may be the one that hangs. */
    @Override
    public void close() {
        try (var _ = withLock()) {
            state = ManagerConnectionState.DISCONNECTED;
            disconnect();
        }
        end.countDown();
    }
}
