package cn.anxin.hotline.behaviour.phone;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One call of a {@link Phone}. Safe for any thread; every wait has its limit. */
public abstract sealed class Call permits PlacedCall, IncomingCall {
    private static final int KEY_FRAMES = 5;
    private static final Duration KEYS_AT_MOST = Duration.ofSeconds(20);

    final Phone phone;
    final String id;
    final VoiceStream voice;
    private final Map<Moment, Long> moments = new ConcurrentHashMap<>();
    private final Map<String, byte[]> responses = new ConcurrentHashMap<>();
    private final CompletableFuture<Long> answered = new CompletableFuture<>();
    private final CompletableFuture<End> ended = new CompletableFuture<>();

    Call(Phone phone, String id) {
        this.phone = phone;
        this.id = id;
        this.voice = new VoiceStream(phone.address().getAddress());
    }

    /** What the phone hears in this call. */
    public Recording recording() {
        return voice.recording();
    }

    /** When it happened ({@link System#nanoTime}), if it has. */
    public OptionalLong when(Moment moment) {
        var at = moments.get(moment);
        return at == null ? OptionalLong.empty() : OptionalLong.of(at);
    }

    public boolean isUp() {
        return answered.isDone() && !ended.isDone();
    }

    boolean isAudible() {
        return !ended.isDone();
    }

    public boolean hasEnded() {
        return ended.isDone();
    }

    /** True as soon as the call is answered; false if it ended first or the time is over. */
    public boolean answeredWithin(Duration time) {
        return await(CompletableFuture.anyOf(answered, ended), time) != null && answered.isDone();
    }

    /** Null if the call goes on for longer. */
    public @Nullable End endedWithin(Duration time) {
        return await(ended, time);
    }

    /** Lets time pass as people do. False if the call ended meanwhile. */
    public boolean linger(Duration time) {
        return endedWithin(time) == null;
    }

    public void say(Sound sound) {
        voice.send(sound);
    }

    /** Presses the key and returns when it was let go ({@link System#nanoTime}). */
    public long press(char key) {
        return press(String.valueOf(key));
    }

    /**
     * Presses these keys one after the other; returns when the last was let go, or the call ended
     * under it.
     */
    public long press(String keys) {
        var sent = CompletableFuture.completedFuture(System.nanoTime());
        for (var key : keys.toCharArray()) {
            sent = voice.send(key, KEY_FRAMES);
        }
        if (await(CompletableFuture.anyOf(sent, ended), KEYS_AT_MOST) == null) {
            throw new IllegalStateException("the key did not go out: is the call answered?");
        }
        return sent.getNow(System.nanoTime());
    }

    /** Puts the receiver down: BYE, CANCEL or a refusal, as the call stands. */
    public abstract void hangUp();

    abstract void receive(SipMessage message, InetSocketAddress from);

    void happened(Moment moment) {
        var now = System.nanoTime();
        moments.putIfAbsent(moment, now);
        if (moment == Moment.ANSWERED) {
            answered.complete(now);
        }
    }

    void end(End end) {
        happened(Moment.ENDED);
        voice.close();
        ended.complete(end);
    }

    void respond(SipMessage request, InetSocketAddress to, String status) {
        respond(request, to, status, List.of(), "");
    }

    void respond(
            SipMessage request,
            InetSocketAddress to,
            String status,
            List<SipMessage.Header> headers,
            String body) {
        var bytes = request.response(status, phone.tag(), headers, body).bytes();
        responses.put(key(request), bytes);
        phone.send(bytes, to);
    }

    /** Answers a request that came again as it was answered before. */
    boolean repeated(SipMessage request, InetSocketAddress from) {
        var before = responses.get(key(request));
        if (before != null) {
            phone.send(before, from);
        }
        return before != null;
    }

    /** Requests that both sides of a call may get. */
    void receiveInDialog(SipMessage request, InetSocketAddress from) {
        switch (request.method()) {
            case "BYE" -> {
                respond(request, from, "200 OK");
                end(new End(false, 200));
            }
            case "INVITE" -> {
                if (!request.body().isBlank()) {
                    voice.connect(SessionDescription.read(request.body()));
                }
                respond(request, from, "200 OK", phone.sessionHeaders(), offer());
            }
            case "ACK" -> {}
            default -> respond(request, from, "200 OK");
        }
    }

    String offer() {
        return SessionDescription.offer(voice.address(), SessionDescription.KEYS);
    }

    private static String key(SipMessage request) {
        return request.method() + request.sequence();
    }

    static <T> @Nullable T await(CompletableFuture<T> future, Duration time) {
        try {
            return future.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
