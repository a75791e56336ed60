package cn.anxin.hotline.asterisk.configuration;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What each telephone of the simulated town does, from {@code town.csv}. */
final class TownTable {
    private static final Pattern NUMBER = Pattern.compile("\\d{3,15}|default");
    private static final Pattern BEHAVIOUR = Pattern.compile("[a-z-]{1,40}");
    private static final Pattern ARGUMENTS =
            Pattern.compile("[A-Za-z0-9*#.-]*( [A-Za-z0-9*#.-]+)*");

    private TownTable() {}

    /**
     * @param number or {@code default}, for every number that has no row
     * @param does the behaviour's name and its arguments, parted by blanks
     */
    record Telephone(String number, String does) {}

    static List<Telephone> read(Path table) throws IOException {
        try (var rows =
                CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .skipEmptyLines(true)
                        .ofNamedCsvRecord(table)) {
            var telephones = rows.stream().map(TownTable::telephone).toList();
            if (telephones.stream().noneMatch(one -> one.number().equals("default"))) {
                throw new BadSettingException(table + ": no row \"default\"");
            }
            return telephones;
        } catch (CsvParseException e) {
            throw new BadSettingException(table + ": " + e.getMessage(), e);
        }
    }

    private static Telephone telephone(NamedCsvRecord row) {
        var number = field(row, "number", NUMBER);
        var behaviour = field(row, "behaviour", BEHAVIOUR);
        var arguments = field(row, "arguments", ARGUMENTS);
        return new Telephone(number, (behaviour + " " + arguments).strip());
    }

    private static String field(NamedCsvRecord row, String name, Pattern form) {
        var value = row.findField(name).map(String::strip).orElse("");
        if (!form.matcher(value).matches()) {
            throw new BadSettingException(
                    "town.csv, line " + row.getStartingLineNumber() + ": no such " + name);
        }
        return value;
    }
}
