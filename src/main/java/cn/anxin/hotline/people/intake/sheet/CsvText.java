package cn.anxin.hotline.people.intake.sheet;

import cn.anxin.hotline.people.intake.report.NotARoster;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The text of a file: what its mark says, else UTF-8 if all of it is, else GB18030, which holds all
 * of GBK. Nothing is guessed from how often a character occurs.
 */
final class CsvText {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private enum Mark {
        UTF_8("efbbbf", StandardCharsets.UTF_8),
        UTF_16LE("fffe", StandardCharsets.UTF_16LE),
        UTF_16BE("feff", StandardCharsets.UTF_16BE);

        private final byte[] bytes;
        private final Charset charset;

        Mark(String bytes, Charset charset) {
            this.bytes = HexFormat.of().parseHex(bytes);
            this.charset = charset;
        }
    }

    private CsvText() {}

    /**
     * @throws NotARoster if it is no text
     */
    static String of(byte[] bytes) {
        var text =
                withoutPadding(
                        marked(bytes).or(() -> unmarked(bytes)).orElseThrow(CsvText::noText));
        if (text.indexOf('\0') >= 0) {
            throw noText();
        }
        if (text.isBlank()) {
            throw new NotARoster("文件是空的", "the file is empty");
        }
        return text;
    }

    /** Without the NULs that some systems fill a file's last block with. */
    private static String withoutPadding(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\0') {
            end--;
        }
        return text.substring(0, end);
    }

    private static Optional<String> marked(byte[] bytes) {
        for (var mark : Mark.values()) {
            if (Signature.begins(bytes, mark.bytes)) {
                int from = mark.bytes.length;
                return decoded(ByteBuffer.wrap(bytes, from, bytes.length - from), mark.charset);
            }
        }
        return Optional.empty();
    }

    /** Also what a mark promised in vain: some programs put UTF-8's before anything. */
    private static Optional<String> unmarked(byte[] bytes) {
        var content = ByteBuffer.wrap(bytes);
        return decoded(content, StandardCharsets.UTF_8).or(() -> decoded(content, GB18030));
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
                "这既不是 .xlsx，也不是文本文件：请导入 .xlsx 或 CSV（UTF-8、UTF-16 或 GB18030 编码）",
                "neither .xlsx nor a text: import .xlsx, or CSV in UTF-8, UTF-16 or GB18030");
    }
}
