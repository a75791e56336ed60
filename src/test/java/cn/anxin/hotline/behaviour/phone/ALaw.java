package cn.anxin.hotline.behaviour.phone;

/** ITU-T G.711 A-law. */
final class ALaw {
    static final byte SILENCE = (byte) 0xD5;
    private static final int EVEN_BITS = 0x55;

    private ALaw() {}

    static byte encode(short sample) {
        var negative = sample < 0;
        var magnitude = Math.min(negative ? ~sample : sample, 0x7FFF) >> 3;
        var segment = Math.max(0, 32 - Integer.numberOfLeadingZeros(magnitude) - 5);
        var mantissa = segment == 0 ? magnitude >> 1 : magnitude >> segment;
        var code = (segment << 4 | mantissa & 0x0F) ^ EVEN_BITS;
        return (byte) (negative ? code : code | 0x80);
    }

    static short decode(byte code) {
        var bits = code ^ EVEN_BITS;
        var segment = (bits & 0x70) >> 4;
        var magnitude = ((bits & 0x0F) << 4) + 8;
        if (segment > 0) {
            magnitude = magnitude + 0x100 << segment - 1;
        }
        return (short) ((bits & 0x80) == 0 ? -magnitude : magnitude);
    }
}
