package cn.anxin.hotline.people.intake;

import java.util.List;

/**
 * A roster that came in, or in a preview: that would. The four counts add up to the file's rows.
 *
 * @param rejectedRows rows of which nothing came in
 * @param rejected every fault found in them, in the order of the lines; the first 1,000
 */
public record ImportReport(
        int added, int changed, int unchanged, int rejectedRows, List<Rejected> rejected)
        implements ImportResult {

    public ImportReport {
        rejected = List.copyOf(rejected);
    }

    /**
     * @param line where the row begins in the file, as an editor counts, from 1
     * @param column the header of the cell at fault, as the file writes it
     */
    public record Rejected(long line, String column, Reason reason) {}
}
