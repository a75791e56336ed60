package cn.anxin.hotline.behaviour.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The sound of one call, both ways. Once it knows where to, it sends 20 ms of something at every
 * {@link #tick}, silence if there is nothing else, as telephones do.
 */
final class VoiceStream implements AutoCloseable {
    static final int FRAME = 160;
    private static final int LARGEST = 2048;

    /** Something to be sent, frame by frame. */
    interface Outgoing {
        /** Sends the next frame; true when that was the last. */
        boolean sendFrame(VoiceStream stream);
    }

    private final DatagramSocket socket;
    private final Recording recording = new Recording();
    private final Queue<Outgoing> outgoing = new ConcurrentLinkedQueue<>();
    private final long source = ThreadLocalRandom.current().nextLong(1, 1L << 32);
    private volatile @Nullable SessionDescription far;
    private int sequence = ThreadLocalRandom.current().nextInt(1000);
    private long timestamp = ThreadLocalRandom.current().nextInt(100_000);

    VoiceStream(InetAddress address) {
        try {
            socket = new DatagramSocket(new InetSocketAddress(address, 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("rtp " + socket.getLocalPort()).start(this::receive);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    Recording recording() {
        return recording;
    }

    void connect(SessionDescription farEnd) {
        far = farEnd;
    }

    void send(Sound sound) {
        outgoing.add(new SoundFrames(sound));
    }

    /** The moment at which the key's first end packet will have gone out. */
    CompletableFuture<Long> send(char key, int frames) {
        var frame = new KeyFrames(key, frames);
        outgoing.add(frame);
        return frame.sent();
    }

    void tick() {
        if (far == null || socket.isClosed()) {
            return;
        }
        timestamp += FRAME;
        var next = outgoing.peek();
        if (next == null) {
            sendSound(SoundFrames.SILENCE);
        } else if (next.sendFrame(this)) {
            outgoing.remove();
        }
    }

    void sendSound(byte[] frame) {
        send(SessionDescription.A_LAW, false, timestamp, frame);
    }

    void sendKey(byte[] event, boolean first, long since) {
        var to = far;
        send(to == null ? SessionDescription.KEYS : to.keysPayload(), first, since, event);
    }

    long timestamp() {
        return timestamp;
    }

    private void send(int payloadType, boolean marker, long at, byte[] payload) {
        var to = far;
        if (to == null) {
            return;
        }
        var packet = new RtpPacket(payloadType, marker, ++sequence, at, source, payload).bytes();
        try {
            socket.send(new DatagramPacket(packet, packet.length, to.audio()));
        } catch (IOException e) {
            // The far end closed its port: the BYE that says so is on its way.
            return;
        }
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
            var now = System.nanoTime();
            RtpPacket.read(buffer, datagram.getLength()).ifPresent(p -> hear(p, now));
        }
    }

    private void hear(RtpPacket packet, long now) {
        var known = far;
        if (packet.payloadType() == SessionDescription.A_LAW) {
            recording.sound(packet, now);
        } else if (known != null
                && packet.payloadType() == known.keysPayload()
                && packet.payload().length >= 4) {
            recording.key(packet, now);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
