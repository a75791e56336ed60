package cn.anxin.hotline.people.intake.sheet;

import cn.anxin.hotline.people.intake.sheet.WorkbookXml.NamedSheet;
import org.jspecify.annotations.Nullable;

/**
 * One sheet of a workbook. Where cells are merged is told below the rows, so that is read first.
 */
final class WorkbookTable implements Table {
    private final WorkbookParts workbook;
    private final NamedSheet sheet;
    private final SharedTexts texts;
    private final NumberFormats formats;
    private @Nullable SheetLayout layout;

    WorkbookTable(
            WorkbookParts workbook, NamedSheet sheet, SharedTexts texts, NumberFormats formats) {
        this.workbook = workbook;
        this.sheet = sheet;
        this.texts = texts;
        this.formats = formats;
    }

    @Override
    public String name() {
        return sheet.name();
    }

    @Override
    public boolean rectangular() {
        return false;
    }

    @Override
    public boolean hides(int column) {
        return layout().isHidden(column);
    }

    @Override
    public void read(Reader reader) {
        WorkbookFaults.told(() -> {
            var cover = layout().cover();
            var rows =
                    new SheetXml(
                            texts,
                            formats,
                            row -> {
                                var covered = cover.over(row);
                                return WorkbookFaults.notTheFiles(() -> reader.read(covered));
                            });
            try {
                Xml.read(workbook.sheet(sheet.relation()), rows);
            } catch (SheetXml.Enough e) {
                // the reader has what it came for
            }
            return true;
        });
    }

    private SheetLayout layout() {
        var read = layout;
        if (read == null) {
            read = WorkbookFaults.told(() -> SheetLayout.read(workbook.sheet(sheet.relation())));
            layout = read;
        }
        return read;
    }
}
