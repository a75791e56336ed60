package cn.anxin.hotline.people.intake.sheet;

import cn.anxin.hotline.people.intake.report.NotARoster;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/** What else than an Excel workbook a zip file may be, told from the names in it. */
enum Packed {
    OPEN_DOCUMENT(
            "(mimetype|content\\.xml)",
            "这是 .ods 表格（OpenDocument），不是 .xlsx：请用 WPS、Excel 或 LibreOffice 打开，另存为“Excel 工作簿（.xlsx）”再导入",
            "an OpenDocument spreadsheet (.ods): open it, save it as .xlsx and import that"),
    BINARY_WORKBOOK(
            "xl/workbook\\.bin",
            "这是二进制工作簿（.xlsb）：请用 Excel 打开，另存为“Excel 工作簿（.xlsx）”再导入",
            "a binary workbook (.xlsb): open it in Excel, save it as .xlsx and import that"),
    DOCUMENT(
            "(word/document|ppt/presentation)\\.xml",
            "这是 Word 或 PPT 文件，不是表格：请把名单复制到 Excel 里，存为 .xlsx 再导入",
            "a document, not a spreadsheet: copy the table into Excel, save it as .xlsx and import"
                    + " that"),
    NUMBERS(
            "index/(document|tables/.*)\\.iwa",
            "这是苹果 Numbers 表格：请在 Numbers 里导出为 Excel（.xlsx）再导入",
            "an Apple Numbers file: export it to Excel (.xlsx) and import that"),
    ARCHIVE(
            ".*\\.(xlsx|xlsm|xls|et|csv|txt|docx?|pdf|jpe?g|png)",
            "这是压缩包：请先解压，再把里面的表格一个一个导入",
            "an archive: unpack it and import the tables in it one by one");

    private static final String WORKBOOK = "xl/workbook.xml";

    private final Pattern part;
    private final String zh;
    private final String en;

    Packed(String part, String zh, String en) {
        this.part = Pattern.compile(part);
        this.zh = zh;
        this.en = en;
    }

    /**
     * @param parts their names
     * @throws NotARoster if it is one of these, and no workbook
     */
    static void refuseOthers(Collection<String> parts) {
        var names = parts.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        if (names.contains(WORKBOOK)) {
            return;
        }
        for (var packed : values()) {
            if (names.stream().anyMatch(name -> packed.part.matcher(name).matches())) {
                throw new NotARoster(packed.zh, packed.en);
            }
        }
    }
}
