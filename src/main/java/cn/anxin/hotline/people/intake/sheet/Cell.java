package cn.anxin.hotline.people.intake.sheet;

/**
 * One cell as the file has it. Redacts itself.
 *
 * @param text of a number in plain notation, of a date ISO; of a merged cell's other places the
 *     text of its first
 */
public record Cell(String text, Kind kind, Origin origin) {
    public static final Cell BLANK = new Cell("", Kind.PLAIN, Origin.OWN);

    public enum Kind {
        /** Of a CSV file, which tells nothing about it. */
        PLAIN,
        /** What a workbook keeps as text, so that a leading = makes no formula of it. */
        TEXT,
        NUMBER,
        /** A number shown as a date or a time. */
        DATE,
        /** A formula without a result. */
        ERROR
    }

    public enum Origin {
        OWN,
        /** Covered by a merged cell that begins in a row above. */
        FROM_ABOVE,
        /** Covered by a merged cell that begins in this row. */
        FROM_LEFT
    }

    static Cell plain(String text) {
        return new Cell(text, Kind.PLAIN, Origin.OWN);
    }

    static Cell of(String text, Kind kind) {
        return new Cell(text, kind, Origin.OWN);
    }

    Cell covering(Origin where) {
        return new Cell(text, kind, where);
    }

    public boolean own() {
        return origin == Origin.OWN;
    }

    /** Nothing is written here itself, whatever may cover it. */
    public boolean blank() {
        return !own() || (text.isBlank() && kind != Kind.ERROR);
    }

    @Override
    public String toString() {
        return "Cell[" + kind + ", " + text.length() + " characters, " + origin + "]";
    }
}
