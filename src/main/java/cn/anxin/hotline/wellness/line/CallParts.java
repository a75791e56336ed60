package cn.anxin.hotline.wellness.line;

import java.util.List;

/**
 * The parts of the round that one call belongs to.
 *
 * @param prefix digits that it shares with its operator's or exchange's other numbers
 * @param building a keyed hash
 * @param committee by name
 */
public record CallParts(String prefix, String building, String committee) {

    /** The narrowest first. */
    List<Part> all() {
        return List.of(
                new Part(PartKind.BUILDING, building),
                new Part(PartKind.COMMITTEE, committee),
                new Part(PartKind.PREFIX, prefix),
                Part.TRUNK);
    }
}
