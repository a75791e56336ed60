package cn.anxin.hotline.people.intake.sheet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a file is, told from how it begins. */
enum Signature {
    WORKBOOK,
    LOCKED,
    OLD_OFFICE,
    WEB_PAGE,
    TEXT;

    private static final byte[] ZIP = HexFormat.of().parseHex("504b0304");
    private static final byte[] COMPOUND = HexFormat.of().parseHex("d0cf11e0");

    /** The stream in which Office keeps an encrypted file; directories name streams in UTF-16. */
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private static final Pattern WEB =
            Pattern.compile("^\\s*<(!doctype|html|head|meta|table|\\?xml).*", Pattern.DOTALL);
    private static final int BEGINNING = 512;

    static Signature of(byte[] bytes) {
        if (begins(bytes, ZIP)) {
            return WORKBOOK;
        }
        if (begins(bytes, COMPOUND)) {
            return contains(bytes, ENCRYPTED) ? LOCKED : OLD_OFFICE;
        }
        var beginning =
                new String(
                        bytes, 0, Math.min(bytes.length, BEGINNING), StandardCharsets.ISO_8859_1);
        var afterMark =
                beginning.startsWith("\u00ef\u00bb\u00bf") ? beginning.substring(3) : beginning;
        return WEB.matcher(afterMark.toLowerCase(Locale.ROOT)).matches() ? WEB_PAGE : TEXT;
    }

    static boolean begins(byte[] bytes, byte[] signature) {
        return bytes.length >= signature.length
                && Arrays.equals(bytes, 0, signature.length, signature, 0, signature.length);
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        for (int at = 0; at + wanted.length <= bytes.length; at++) {
            if (bytes[at] == wanted[0]
                    && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
