package cn.anxin.hotline.people.intake.sheet;

import cn.anxin.hotline.people.intake.sheet.WorkbookXml.NamedSheet;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.SharedStrings;
import org.jspecify.annotations.Nullable;

/** One sheet of a workbook. Where cells are merged is told below the rows, so it is read first. */
final class WorkbookTable implements Table {
    private final XSSFReader workbook;
    private final NamedSheet sheet;
    private final SharedStrings texts;
    private final DateFormats dates;
    private @Nullable MergedCells merged;

    WorkbookTable(XSSFReader workbook, NamedSheet sheet, SharedStrings texts, DateFormats dates) {
        this.workbook = workbook;
        this.sheet = sheet;
        this.texts = texts;
        this.dates = dates;
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
    public void read(Reader reader) {
        WorkbookFaults.told(() -> {
            var cover = merged().cover();
            var rows =
                    new SheetXml(
                            texts,
                            dates,
                            row -> {
                                var covered = cover.over(row);
                                return WorkbookFaults.notTheFiles(() -> reader.read(covered));
                            });
            try {
                Xml.read(workbook.getSheet(sheet.relation()), rows);
            } catch (SheetXml.Enough e) {
                // the reader has what it came for
            }
            return true;
        });
    }

    private MergedCells merged() {
        if (merged == null) {
            merged =
                    WorkbookFaults.told(
                            () -> MergedCells.read(workbook.getSheet(sheet.relation())));
        }
        return merged;
    }
}
