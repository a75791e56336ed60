package cn.anxin.hotline.seal;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column of sealed values. What was sealed for one column and row opens in no other, so values
 * that somebody swapped in the database are found out.
 *
 * @param row the column that tells to whom the value belongs: unique and indexed, or the indexed
 *     owner of a few rows; what stands in it never changes
 * @param index the column with the keyed hash of the number sealed beside it, if it is looked up
 */
public record SealedColumn(String table, String row, String column, @Nullable String index) {
    private static final Pattern NAME = Pattern.compile("[a-z_]{1,40}");

    /**
     * @throws IllegalArgumentException if a name is none of SQL's
     */
    public SealedColumn {
        for (var name : new String[] {table, row, column, Optional.ofNullable(index).orElse("x")}) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("not a name in SQL");
            }
        }
    }

    public SealedColumn(String table, String row, String column) {
        this(table, row, column, null);
    }

    @Override
    public String toString() {
        return table + "." + column;
    }
}
