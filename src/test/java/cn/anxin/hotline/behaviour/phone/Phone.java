package cn.anxin.hotline.behaviour.phone;

import cn.anxin.hotline.behaviour.phone.SipMessage.Header;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A telephone, or a whole exchange of them: one UDP address, any number of calls and of numbers
 * with {@link Manners} of their own. A number nobody spoke for does not exist (404).
 */
public final class Phone implements AutoCloseable {
    private static final int LARGEST = 65_535;
    private static final long FIRST_REPEAT_MS = 500;
    private static final int REPEATS = 6;

    /** How often within its life a registration is made anew: the registrar may have died. */
    private static final int RENEWALS = 8;

    private static final Duration REGISTRATION_AT_MOST = Duration.ofSeconds(5);

    private final DatagramSocket socket;
    private final PassedOn passedOn = new PassedOn();
    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, Call> calls = new ConcurrentHashMap<>();
    private final Map<String, Registration> registrations = new ConcurrentHashMap<>();
    private final Map<String, Manners> manners = new ConcurrentHashMap<>();
    private final Map<String, BlockingQueue<IncomingCall>> arrivals = new ConcurrentHashMap<>();
    private final ScheduledExecutorService metronome =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    private final Trace trace = new Trace();
    private volatile @Nullable Account account;
    private volatile Function<IncomingCall, String> trait = IncomingCall::number;

    private Phone(DatagramSocket socket) {
        this.socket = socket;
        Thread.ofPlatform().daemon().name("sip " + text(address())).start(this::receive);
        var tick = VoiceStream.FRAME * 1000L / Sound.RATE;
        var unused = metronome.scheduleAtFixedRate(this::tick, tick, tick, TimeUnit.MILLISECONDS);
    }

    /** Port 0 takes any free one. */
    public static Phone at(InetSocketAddress address) {
        try {
            var socket = new DatagramSocket(address);
            socket.setReceiveBufferSize(1 << 20);
            return new Phone(socket);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be a phone at " + text(address), e);
        }
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /** From now on a program at this address answers calls to this number. */
    public void passOn(String number, InetSocketAddress program) {
        passedOn.to(number, program);
    }

    public PlacedCall call(InetSocketAddress asterisk, String number, Caller caller) {
        var call = new PlacedCall(this, asterisk, number, caller);
        calls.put(call.id, call);
        call.start();
        return call;
    }

    /** From now on; a call that rings already goes on as it began. */
    public void when(String number, Manners how) {
        manners.put(number, how);
    }

    /** Calls are waited for by this from now on, instead of by the number that was dialled. */
    public void knowCallsBy(Function<IncomingCall, String> known) {
        trait = known;
    }

    /**
     * The next call to this number that nobody took from here yet.
     *
     * @throws AssertionError if none comes in time
     */
    public IncomingCall nextCallTo(String number, Duration within) {
        try {
            var call = arrivals(number).poll(within.toNanos(), TimeUnit.NANOSECONDS);
            if (call != null) {
                return call;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("no call to " + number + " within " + within);
    }

    /** As if it had never rung. */
    public void forgetCallsTo(String number) {
        arrivals(number).clear();
    }

    /** Calls to this number that nobody took with {@link #nextCallTo}. */
    public int unexpectedCallsTo(String number) {
        return arrivals(number).size();
    }

    /**
     * Registers as this account, again and again, and answers its challenges from now on. May
     * register as several.
     *
     * @throws IllegalStateException if the registrar does not take it
     */
    public void register(InetSocketAddress registrar, Account as, Duration lasts) {
        account = as;
        if (!Boolean.TRUE.equals(
                Call.await(registerOnce(registrar, as, lasts), REGISTRATION_AT_MOST))) {
            throw new IllegalStateException("not registered: " + as);
        }
        var renewal = lasts.toMillis() / RENEWALS;
        var unused =
                metronome.scheduleAtFixedRate(
                        () -> registerOnce(registrar, as, lasts),
                        renewal,
                        renewal,
                        TimeUnit.MILLISECONDS);
    }

    private CompletableFuture<Boolean> registerOnce(
            InetSocketAddress registrar, Account as, Duration lasts) {
        var registration = new Registration(this, registrar, as, lasts);
        registrations.put(registration.id(), registration);
        registration.start();
        return registration.done();
    }

    /** The latest messages in and out, oldest first. */
    public List<String> trace() {
        return trace.lines();
    }

    private BlockingQueue<IncomingCall> arrivals(String number) {
        return arrivals.computeIfAbsent(number, n -> new LinkedBlockingQueue<>());
    }

    private void tick() {
        calls.values().stream().filter(Call::isAudible).forEach(call -> call.voice.tick());
    }

    private void receive() {
        var buffer = new byte[LARGEST];
        while (!socket.isClosed()) {
            var datagram = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(datagram);
            } catch (IOException e) {
                continue;
            }
            var from = (InetSocketAddress) datagram.getSocketAddress();
            trace.note("from " + text(from), buffer, datagram.getLength());
            var bytes = Arrays.copyOf(buffer, datagram.getLength());
            SipMessage.read(buffer, datagram.getLength())
                    .ifPresent(m ->
                            passedOn.next(m, from)
                                    .ifPresentOrElse(
                                            to -> send(bytes, to), () -> receive(m, from)));
        }
    }

    private void receive(SipMessage message, InetSocketAddress from) {
        var id = message.need("Call-ID");
        var registration = registrations.get(id);
        var call = calls.get(id);
        if (registration != null) {
            registration.receive(message);
        } else if (call != null) {
            call.receive(message, from);
        } else if (message.method().equals("INVITE") && !message.isResponse()) {
            begin(message, from);
        } else if (!message.isResponse() && !message.method().equals("ACK")) {
            send(message.response("200 OK", tag, List.of(), "").bytes(), from);
        }
    }

    private void begin(SipMessage invite, InetSocketAddress from) {
        var call = new IncomingCall(this, invite, from);
        calls.put(call.id, call);
        var how = manners.getOrDefault(call.number(), Manners.refuses(404));
        arrivals(trait.apply(call)).add(call);
        Thread.ofVirtual().name("at " + call.number()).start(() -> how.take(call));
    }

    void send(byte[] message, InetSocketAddress to) {
        trace.note("to " + text(to), message, message.length);
        try {
            socket.send(new DatagramPacket(message, message.length, to));
        } catch (IOException e) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    void sendUntil(byte[] message, InetSocketAddress to, BooleanSupplier enough) {
        send(message, to);
        sendAgainUntil(message, to, enough);
    }

    void sendAgainUntil(byte[] message, InetSocketAddress to, BooleanSupplier enough) {
        sendAgain(message, to, enough, 0);
    }

    private void sendAgain(
            byte[] message, InetSocketAddress to, BooleanSupplier enough, int times) {
        var unused =
                metronome.schedule(
                        () -> {
                            if (!enough.getAsBoolean() && times < REPEATS) {
                                send(message, to);
                                sendAgain(message, to, enough, times + 1);
                            }
                        },
                        FIRST_REPEAT_MS << times,
                        TimeUnit.MILLISECONDS);
    }

    /** The header that answers a challenge, if this is one and we have an account. */
    Optional<Header> proof(SipMessage response, String method, String uri) {
        var as = account;
        return as == null ? Optional.empty() : proof(as, response, method, uri);
    }

    static Optional<Header> proof(Account as, SipMessage response, String method, String uri) {
        return switch (response.status()) {
            case 401 ->
                    Optional.of(
                            new Header(
                                    "Authorization",
                                    new Digest(response.need("WWW-Authenticate"))
                                            .answer(as, method, uri)));
            case 407 ->
                    Optional.of(
                            new Header(
                                    "Proxy-Authorization",
                                    new Digest(response.need("Proxy-Authenticate"))
                                            .answer(as, method, uri)));
            default -> Optional.empty();
        };
    }

    Header via() {
        var branch = "z9hG4bK" + UUID.randomUUID().toString().substring(0, 12);
        return new Header("Via", "SIP/2.0/UDP " + text(address()) + ";rport;branch=" + branch);
    }

    List<Header> contact() {
        var as = account;
        return contact(as == null ? "phone" : as.name());
    }

    List<Header> contact(String user) {
        return List.of(new Header("Contact", "<sip:" + user + "@" + text(address()) + ">"));
    }

    List<Header> sessionHeaders() {
        return List.of(
                contact().getFirst(),
                new Header("Allow", "INVITE, ACK, CANCEL, BYE, OPTIONS, UPDATE"),
                new Header("Content-Type", "application/sdp"));
    }

    String tag() {
        return tag;
    }

    String newId() {
        return UUID.randomUUID() + "@" + address().getAddress().getHostAddress();
    }

    static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    /** Hangs up whatever is still up. */
    @Override
    public void close() {
        calls.values().stream().filter(call -> !call.hasEnded()).forEach(Call::hangUp);
        metronome.shutdownNow();
        socket.close();
    }
}
