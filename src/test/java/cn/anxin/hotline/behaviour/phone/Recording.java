package cn.anxin.hotline.behaviour.phone;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Everything a phone heard, packet by packet: sound, keys, and when each arrived ({@link
 * System#nanoTime}). Pauses in which nothing was sent take no room in the sound; lost packets do.
 * Safe for any thread.
 */
public final class Recording {
    private static final int MOST_LOST = 50;

    private record Packet(int at, long arrived) {}

    private record Key(char key, long arrived) {}

    private short[] samples = new short[Sound.RATE * 10];
    private int length;
    private final List<Packet> packets = new ArrayList<>();
    private final List<Key> keys = new ArrayList<>();
    private long source = -1;
    private int nextSequence;
    private long lastKeyAt = -1;

    synchronized void sound(RtpPacket packet, long arrived) {
        if (packet.source() != source) {
            source = packet.source();
            nextSequence = packet.sequence();
        }
        var missed = (short) (packet.sequence() - nextSequence);
        if (missed < 0) {
            return;
        }
        nextSequence = packet.sequence() + 1;
        if (missed <= MOST_LOST) {
            length += missed * packet.payload().length;
        }
        var payload = packet.payload();
        makeRoom(length + payload.length);
        packets.add(new Packet(length, arrived));
        for (var code : payload) {
            samples[length++] = ALaw.decode(code);
        }
    }

    synchronized void key(RtpPacket packet, long arrived) {
        if (packet.source() != source) {
            source = packet.source();
            nextSequence = packet.sequence();
        }
        nextSequence = packet.sequence() + 1;
        if (packet.timestamp() != lastKeyAt) {
            lastKeyAt = packet.timestamp();
            keys.add(new Key(Keys.named(packet.payload()[0]), arrived));
        }
    }

    private void makeRoom(int needed) {
        if (needed > samples.length) {
            samples = java.util.Arrays.copyOf(samples, Math.max(needed, samples.length * 2));
        }
    }

    public synchronized Sound sound() {
        return new Sound(java.util.Arrays.copyOf(samples, length));
    }

    /** How many samples have been heard so far. */
    public synchronized int length() {
        return length;
    }

    /** The keys that came in, in order. */
    public synchronized String keys() {
        var all = new StringBuilder();
        keys.forEach(k -> all.append(k.key()));
        return all.toString();
    }

    /** When the first packet of sound came, if any did. */
    public synchronized OptionalLong firstHeard() {
        return packets.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(packets.getFirst().arrived());
    }

    /** When the packet with this sample came. */
    public synchronized long arrived(int sample) {
        var when = packets.getFirst().arrived();
        for (var packet : packets) {
            if (packet.at() > sample) {
                break;
            }
            when = packet.arrived();
        }
        return when;
    }

    /** How much of the sound came before this moment. */
    public synchronized int heardBy(long moment) {
        for (var packet : packets) {
            if (packet.arrived() >= moment) {
                return packet.at();
            }
        }
        return length;
    }
}
