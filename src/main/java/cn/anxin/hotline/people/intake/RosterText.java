package cn.anxin.hotline.people.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.util.unit.DataSize;

/** The text of a file: UTF-8 with or without its mark, or GB18030, as spreadsheets save it here. */
final class RosterText {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final byte[] UTF_8_MARK = HexFormat.of().parseHex("efbbbf");
    private static final byte[] ZIP = HexFormat.of().parseHex("504b0304");
    private static final byte[] OLD_OFFICE = HexFormat.of().parseHex("d0cf11e0");

    private RosterText() {}

    /**
     * @throws NotARoster if it is too large or no text
     * @throws IOException if it cannot be read; may be tried again
     */
    static String read(InputStream file, DataSize largest) throws IOException {
        int limit = Math.toIntExact(largest.toBytes());
        var bytes = file.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new NotARoster(
                    "文件太大，最多 " + largest.toMegabytes() + " MB",
                    "the file is larger than " + largest.toMegabytes() + " MB");
        }
        if (begins(bytes, ZIP) || begins(bytes, OLD_OFFICE)) {
            throw new NotARoster(
                    "这是 Excel 文件，请在 Excel 里另存为“CSV UTF-8”再导入",
                    "this is an Excel file: save it as CSV UTF-8 and import that");
        }
        return text(bytes);
    }

    private static String text(byte[] bytes) {
        int mark = begins(bytes, UTF_8_MARK) ? UTF_8_MARK.length : 0;
        var content = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
        var text =
                decoded(content, StandardCharsets.UTF_8)
                        .or(() -> decoded(content, GB18030))
                        .orElseThrow(RosterText::noText);
        if (text.indexOf('\0') >= 0) {
            throw noText();
        }
        return text;
    }

    private static Optional<String> decoded(ByteBuffer bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(bytes.duplicate()).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static NotARoster noText() {
        return new NotARoster(
                "这不是文本文件，请导入 CSV 文件（UTF-8 或 GB18030 编码）",
                "this is no text file: import a CSV file in UTF-8 or GB18030");
    }

    private static boolean begins(byte[] bytes, byte[] signature) {
        return bytes.length >= signature.length
                && Arrays.equals(bytes, 0, signature.length, signature, 0, signature.length);
    }
}
