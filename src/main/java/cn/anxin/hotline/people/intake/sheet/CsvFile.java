package cn.anxin.hotline.people.intake.sheet;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A CSV text, whichever of the usual separators it has. */
record CsvFile(String text) implements SheetFile {

    @Override
    public String format() {
        return "csv";
    }

    /** The same text with each separator; only with the right one a header is found. */
    @Override
    public List<Table> tables() {
        return Stream.of(',', '\t', ';')
                .<Table>map(separator -> new CsvTable(text, separator))
                .toList();
    }

    @Override
    public Optional<Table> named(String name) {
        return Optional.empty();
    }

    @Override
    public List<String> hidden() {
        return List.of();
    }

    @Override
    public void close() {}

    @Override
    public String toString() {
        return "CsvFile[" + text.length() + " characters]";
    }
}
