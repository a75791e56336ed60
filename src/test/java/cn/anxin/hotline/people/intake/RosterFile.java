package cn.anxin.hotline.people.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Files as a town would send them. */
public final class RosterFile {
    public static final String HEADER =
            "序号,姓名,性别,年龄,村居委,住址,联系电话,备用电话,类别,问候时段,结对志愿者,志愿者电话,备份志愿者,备份志愿者电话,备注";
    public static final String GOOD =
            "1,唐桂兰,女,80,示范一居委,示范路1号,13800000001,,独居;高龄,09:00-11:00,朱翠花,13900000100,郭月琴,13900000101,";

    private RosterFile() {}

    /** The header and these rows. */
    public static InputStream of(String... rows) {
        return text(HEADER + "\n" + String.join("\n", rows) + "\n");
    }

    public static InputStream text(String text) {
        return text(text, StandardCharsets.UTF_8);
    }

    public static InputStream text(String text, Charset charset) {
        return new ByteArrayInputStream(text.getBytes(charset));
    }

    /** Sixty people, with a UTF-8 mark. */
    public static byte[] sample() {
        try (var file = RosterFile.class.getResourceAsStream("/demo/roster.csv")) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String sampleText() {
        return new String(sample(), StandardCharsets.UTF_8).substring(1);
    }

    /** A row of that many people, each alike and with a number of their own. */
    public static String many(int people) {
        var text = new StringBuilder(HEADER).append("\r\n");
        for (int number = 1; number <= people; number++) {
            text.append(
                    "%1$d,王阿%2$c,女,%3$d,示范%4$d居委,示范路%1$d号,138%1$08d,021-5%1$07d,独居;高龄,%5$s,志愿者%6$d,139%6$08d,志愿者%7$d,139%7$08d,听力差\r\n"
                            .formatted(
                                    number,
                                    '一' + number % 500,
                                    60 + number % 40,
                                    number % 30,
                                    number % 2 == 0 ? "09:00-11:00" : "15:00-17:00",
                                    number / 5,
                                    number / 5 + 1));
        }
        return text.toString();
    }
}
