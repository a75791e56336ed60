package cn.anxin.hotline.people.intake.row;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.people.FamilyContact;
import cn.anxin.hotline.people.Profile;
import cn.anxin.hotline.people.intake.header.Place;
import cn.anxin.hotline.people.intake.header.RosterColumn;
import cn.anxin.hotline.people.intake.words.CellText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads whom of the family one can ring: in a column each or several in one, names, relations and
 * numbers in the same order.
 */
final class FamilyReader {
    private static final int LONGEST = 400;
    private static final Pattern SEPARATOR = Pattern.compile("[;；、,，/|]");

    /** Who has neither name nor relation. */
    private static final String SOMEBODY = "家属";

    private final RosterNumbers numbers;

    FamilyReader(RosterNumbers numbers) {
        this.numbers = numbers;
    }

    /** Null if the file has no column for their numbers. */
    @Nullable List<FamilyContact> read(RosterCells cells) {
        var places = cells.header().places(RosterColumn.FAMILY_NUMBER);
        if (places.isEmpty()) {
            return null;
        }
        var family = new ArrayList<FamilyContact>();
        for (int turn = 0; turn < places.size(); turn++) {
            var found = numbers.read(cells, places.get(turn));
            var names = words(cells, RosterColumn.FAMILY, turn);
            var relations = words(cells, RosterColumn.FAMILY_RELATION, turn);
            if (found.isEmpty() && !cells.rejects(places.get(turn)) && !names.isEmpty()) {
                cells.remark(places.get(turn), Remarks.FAMILY_WITHOUT_NUMBER);
            }
            if (fits(names, found) && fits(relations, found)) {
                for (int index = 0; index < found.size(); index++) {
                    add(family, name(names, index), name(relations, index), found.get(index));
                }
            } else if (!found.isEmpty()) {
                cells.reject(places.get(turn), Reasons.FAMILY_UNPAIRED);
            }
        }
        check(family, cells, places.getFirst());
        return List.copyOf(family);
    }

    private static void check(List<FamilyContact> family, RosterCells cells, Place place) {
        if (family.size() > Profile.MOST_NUMBERS) {
            cells.reject(place, Reasons.TOO_MANY_FAMILY);
        }
        if (family.stream().anyMatch(one -> tooLong(one.name()) || tooLong(one.relation()))) {
            cells.reject(place, Reasons.tooLong(Profile.LONGEST_NAME));
        }
    }

    private static boolean tooLong(String text) {
        return text.codePointCount(0, text.length()) > Profile.LONGEST_NAME;
    }

    private static void add(
            List<FamilyContact> family, String name, String relation, PhoneNumber number) {
        var called = name.isEmpty() ? relation : name;
        family.add(new FamilyContact(called.isEmpty() ? SOMEBODY : called, relation, number));
    }

    /** One word for all, or one each. */
    private static boolean fits(List<String> words, List<PhoneNumber> found) {
        return words.size() <= 1 || words.size() == found.size();
    }

    private static String name(List<String> words, int index) {
        return switch (words.size()) {
            case 0 -> "";
            case 1 -> words.getFirst();
            default -> words.get(index);
        };
    }

    private static List<String> words(RosterCells cells, RosterColumn column, int turn) {
        var places = cells.header().places(column);
        if (turn >= places.size()) {
            return List.of();
        }
        var text = cells.text(places.get(turn), LONGEST);
        if (text.isEmpty()) {
            return List.of();
        }
        return List.of(SEPARATOR.split(text, -1)).stream().map(CellText::name).toList();
    }
}
