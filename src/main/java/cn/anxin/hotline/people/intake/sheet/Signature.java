package cn.anxin.hotline.people.intake.sheet;

import cn.anxin.hotline.people.intake.report.NotARoster;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a file is, told from how it begins; of what we do not read, what to do with it. */
enum Signature {
    ZIP,
    TEXT,
    LOCKED(
            "这个表格加了密码，请在 Excel 或 WPS 里取消密码、另存后再导入",
            "the workbook has a password: save it without and import that"),
    OLD_OFFICE(
            "这是旧版 Office 或 WPS 文件（.xls、.et、.doc 等，只改文件名也还是旧格式）：请用 Excel 或 WPS 打开，"
                    + "另存为“Excel 工作簿（.xlsx）”再导入",
            "an old Office or WPS file (.xls, .et, .doc …; another name does not make it .xlsx): open"
                    + " it, save it as .xlsx and import that"),
    WEB_PAGE(
            "这是网页（有的系统导出的 .xls 其实是网页），请用 Excel 打开，另存为 .xlsx 再导入",
            "a web page, as some systems export for .xls: open it in Excel, save it as .xlsx and"
                    + " import that"),
    XML(
            "这是 XML 格式的表格，不是 .xlsx：请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”再导入",
            "a spreadsheet in XML, not .xlsx: open it in Excel or WPS, save it as .xlsx and import"
                    + " that"),
    PDF(
            "这是 PDF，不是表格：请找到原来的表格导入；只有 PDF，就请人录成 .xlsx",
            "a PDF is no table: import the spreadsheet it was printed from"),
    PICTURE(
            "这是图片，不是表格：请找到原来的表格导入；只有图片，就请人录成 .xlsx",
            "a picture is no table: import the spreadsheet"),
    ARCHIVE(
            "这是压缩包：请先解压，再把里面的表格一个一个导入",
            "an archive: unpack it and import the tables in it one by one");

    private static final Map<String, Signature> BEGINNINGS =
            Map.of(
                    "504b0304", ZIP,
                    "504b0506", ARCHIVE,
                    "255044462d", PDF,
                    "89504e47", PICTURE,
                    "ffd8ff", PICTURE,
                    "526172211a07", ARCHIVE,
                    "377abcaf271c", ARCHIVE,
                    "1f8b08", ARCHIVE);
    private static final byte[] COMPOUND = HexFormat.of().parseHex("d0cf11e0");

    /** The stream in which Office keeps an encrypted file; directories name streams in UTF-16. */
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private static final Pattern PAGE =
            Pattern.compile("\\s*<(!doctype|html|head|meta|table)|.*<html", Pattern.DOTALL);
    private static final Pattern XML_TEXT = Pattern.compile("\\s*<\\?xml", Pattern.DOTALL);
    private static final int BEGINNING = 512;

    private final @Nullable String zh;
    private final String en;

    Signature() {
        this(null, "");
    }

    Signature(@Nullable String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /**
     * @throws NotARoster if it is nothing that can be read
     */
    static Signature of(byte[] bytes) {
        var signature = recognised(bytes);
        if (signature.zh != null) {
            throw new NotARoster(signature.zh, signature.en);
        }
        return signature;
    }

    static boolean begins(byte[] bytes, byte[] signature) {
        return bytes.length >= signature.length
                && Arrays.equals(bytes, 0, signature.length, signature, 0, signature.length);
    }

    private static Signature recognised(byte[] bytes) {
        if (begins(bytes, COMPOUND)) {
            return contains(bytes, ENCRYPTED) ? LOCKED : OLD_OFFICE;
        }
        return BEGINNINGS.entrySet().stream()
                .filter(known -> begins(bytes, HexFormat.of().parseHex(known.getKey())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> ofText(bytes));
    }

    private static Signature ofText(byte[] bytes) {
        var beginning =
                new String(bytes, 0, Math.min(bytes.length, BEGINNING), StandardCharsets.ISO_8859_1)
                        .toLowerCase(Locale.ROOT);
        var text = beginning.startsWith("\u00ef\u00bb\u00bf") ? beginning.substring(3) : beginning;
        if (!text.stripLeading().startsWith("<")) {
            return TEXT;
        }
        return Stream.of(Map.entry(PAGE, WEB_PAGE), Map.entry(XML_TEXT, XML))
                .filter(known -> known.getKey().matcher(text).lookingAt())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(TEXT);
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
