package cn.anxin.hotline.people.intake.sheet;

import cn.anxin.hotline.people.intake.report.NotARoster;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.xml.sax.SAXException;

/** What can be wrong with a workbook, for whoever sent it. Quotes nothing of it. */
final class WorkbookFaults {

    private WorkbookFaults() {}

    interface Work<T> {
        T run() throws IOException, SAXException, OpenXML4JException;
    }

    /**
     * Since the whole file is in memory, whatever fails is the file's fault. POI also throws
     * unchecked exceptions of every kind at broken files.
     *
     * @throws NotARoster if the workbook cannot be read
     */
    static <T> T told(Work<T> work) {
        try {
            return work.run();
        } catch (NotARoster e) {
            throw e;
        } catch (NotTheFiles e) {
            throw e.failure;
        } catch (Budget.Exceeded e) {
            throw tooLarge();
        } catch (IOException | SAXException | OpenXML4JException | RuntimeException e) {
            throw e.getCause() instanceof Budget.Exceeded ? tooLarge() : broken();
        }
    }

    /** For what is done with a row that was read: its failures are ours. */
    static boolean notTheFiles(BooleanSupplier work) {
        try {
            return work.getAsBoolean();
        } catch (RuntimeException e) {
            throw new NotTheFiles(e);
        }
    }

    private static final class NotTheFiles extends RuntimeException {
        private final RuntimeException failure;

        NotTheFiles(RuntimeException failure) {
            super(failure);
            this.failure = failure;
        }
    }

    static NotARoster tooLarge() {
        return new NotARoster(
                "这个工作簿展开后大得不正常：请把名单复制到一个新的工作簿里（只复制有字的行和列），另存为 .xlsx 再导入",
                "the workbook unfolds to an unreasonable size: copy the rows and columns that say"
                        + " something into a new one and import that");
    }

    static NotARoster broken() {
        return new NotARoster(
                "这个文件不是完好的 Excel 工作簿：请用 Excel 打开，另存为“Excel 工作簿（.xlsx）”再导入",
                "not a sound Excel workbook: open it in Excel, save it as .xlsx and import that");
    }
}
