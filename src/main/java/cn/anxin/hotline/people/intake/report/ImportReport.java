package cn.anxin.hotline.people.intake.report;

import java.util.List;

/**
 * A roster that came in, or in a preview: that would. Added, changed, unchanged, repeated and
 * rejected add up to the file's rows; a row that no list names is unchanged.
 *
 * @param fingerprint names this very result: of this file, over the roster as it is
 * @param repeatedRows rows that say the same as an earlier one
 * @param rejectedRows rows of which nothing came in
 * @param changed whoever returns to the roster or leaves it because they refuse is among them
 * @param missing enrolled people of the file's committees who are not in the file
 * @param removed those of them who leave the roster; none unless the file replaces
 * @param confirm how many removals must be confirmed, 0 if none need be
 * @param rejected every fault found in the rejected rows
 * @param remarks what was done that the file does not say in so many words
 * @param leftOff how many more each of the lists would have; each shows its first 1,000
 */
public record ImportReport(
        String fingerprint,
        FileRead read,
        int added,
        int changed,
        int unchanged,
        int repeatedRows,
        int rejectedRows,
        int missing,
        int removed,
        int confirm,
        List<Added> additions,
        List<Changed> changes,
        List<Removed> removals,
        List<Rejected> rejected,
        List<Remark> remarks,
        LeftOff leftOff)
        implements ImportResult {
    private static final int MOST = 1_000;

    public ImportReport {
        additions = List.copyOf(additions);
        changes = List.copyOf(changes);
        removals = List.copyOf(removals);
        rejected = List.copyOf(rejected);
        remarks = List.copyOf(remarks);
    }

    /** As much of a list as a report shows. */
    public static <T> List<T> shown(List<T> all) {
        return all.subList(0, Math.min(all.size(), MOST));
    }

    /** How many items each list lacks. */
    public record LeftOff(int additions, int changes, int removals, int rejected, int remarks) {

        public static LeftOff of(
                List<?> additions,
                List<?> changes,
                List<?> removals,
                List<?> rejected,
                List<?> remarks) {
            return new LeftOff(
                    beyond(additions),
                    beyond(changes),
                    beyond(removals),
                    beyond(rejected),
                    beyond(remarks));
        }

        private static int beyond(List<?> all) {
            return all.size() - shown(all).size();
        }
    }

    /**
     * What of the file was read.
     *
     * @param format {@code xlsx} or {@code csv}
     * @param sheet its name; empty for a CSV file
     * @param otherSheets not read
     * @param otherRosters those of them that look like rosters too: their people are missing here
     * @param hiddenSheets not read either
     * @param hiddenRows people read from rows that the spreadsheet does not show
     * @param hiddenColumns headers of columns that were read and that the spreadsheet does not show
     * @param header the line, or the first of the two lines, that names the columns
     * @param ignoredColumns headers that mean nothing to us; the first 50
     */
    public record FileRead(
            String format,
            String sheet,
            List<String> otherSheets,
            List<String> otherRosters,
            List<String> hiddenSheets,
            int hiddenRows,
            List<String> hiddenColumns,
            long header,
            List<String> ignoredColumns) {}

    /**
     * @param line as a spreadsheet shows it, from 1
     * @param name masked
     */
    public record Added(long line, String name, String committee) {}

    /**
     * @param line as a spreadsheet shows it, from 1
     * @param name masked
     */
    public record Changed(long line, String name, List<Difference> differences) {

        public Changed {
            differences = List.copyOf(differences);
        }
    }

    /**
     * @param field as the journal names it
     * @param column the header, as the file writes it, else as it usually is
     * @param was masked where it is personal
     * @param becomes masked likewise; where the difference is in what the mask hides, the same
     */
    public record Difference(String field, String column, String was, String becomes) {}

    /**
     * @param name masked
     */
    public record Removed(long id, String name, String committee) {}

    /**
     * @param line as a spreadsheet shows it, from 1
     * @param column the header of the cell at fault, as the file writes it; empty if the whole row
     *     is meant
     */
    public record Rejected(long line, String column, Reason reason) {}

    /**
     * @param line as a spreadsheet shows it, from 1
     * @param column as in {@link Rejected}; empty if the whole row is meant
     */
    public record Remark(long line, String column, Reason what) {}
}
