package cn.anxin.hotline.behaviour.phone;

import java.nio.ByteBuffer;
import java.util.Optional;

/** RFC 3550, without extensions when written. */
record RtpPacket(
        int payloadType,
        boolean marker,
        int sequence,
        long timestamp,
        long source,
        byte[] payload) {
    private static final int HEADER = 12;
    private static final int VERSION_2 = 0x80;

    static Optional<RtpPacket> read(byte[] datagram, int length) {
        if (length < HEADER || (datagram[0] & 0xC0) != VERSION_2) {
            return Optional.empty();
        }
        var in = ByteBuffer.wrap(datagram, 0, length);
        var first = in.get();
        var second = in.get();
        var sequence = Short.toUnsignedInt(in.getShort());
        var timestamp = Integer.toUnsignedLong(in.getInt());
        var source = Integer.toUnsignedLong(in.getInt());
        in.position(in.position() + 4 * (first & 0x0F));
        if ((first & 0x10) != 0) {
            in.getShort();
            var words = Short.toUnsignedInt(in.getShort());
            in.position(in.position() + 4 * words);
        }
        var payload = new byte[in.remaining()];
        in.get(payload);
        return Optional.of(
                new RtpPacket(
                        second & 0x7F, (second & 0x80) != 0, sequence, timestamp, source, payload));
    }

    byte[] bytes() {
        return ByteBuffer.allocate(HEADER + payload.length)
                .put((byte) VERSION_2)
                .put((byte) (payloadType | (marker ? 0x80 : 0)))
                .putShort((short) sequence)
                .putInt((int) timestamp)
                .putInt((int) source)
                .put(payload)
                .array();
    }
}
