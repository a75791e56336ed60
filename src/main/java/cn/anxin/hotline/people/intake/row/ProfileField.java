package cn.anxin.hotline.people.intake.row;

import cn.anxin.hotline.people.Category;
import cn.anxin.hotline.people.Gender;
import cn.anxin.hotline.people.MaskedName;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can differ between two profiles, and how a report shows it. */
public enum ProfileField {
    COMMITTEE("committee", RosterColumn.COMMITTEE, Profile::committee, Profile::committee),
    GENDER(
            "gender",
            RosterColumn.GENDER,
            Profile::gender,
            profile ->
                    profile.gender() == Gender.FEMALE ? "女" : profile.gender() == null ? "" : "男"),
    BIRTH_YEAR(
            "birth-year",
            RosterColumn.BIRTH,
            Profile::birthYear,
            profile -> profile.birthYear() == null ? "" : profile.birthYear() / 100 + "**"),
    ADDRESS(
            "address",
            RosterColumn.ADDRESS,
            Profile::address,
            profile -> beginning(profile.address())),
    NOTE("note", RosterColumn.NOTE, Profile::note, profile -> length(profile.note())),
    WINDOW("window", RosterColumn.WINDOW, Profile::window, profile -> profile.window().toString()),
    CATEGORIES(
            "categories",
            RosterColumn.CATEGORIES,
            Profile::categories,
            profile ->
                    profile.categories().stream()
                            .sorted()
                            .map(Category::label)
                            .collect(Collectors.joining("、"))),
    NUMBERS(
            "numbers",
            RosterColumn.NUMBER,
            Profile::numbers,
            profile ->
                    profile.numbers().stream()
                            .map(number -> number.masked())
                            .collect(Collectors.joining("、"))),
    VOLUNTEERS(
            "volunteers",
            RosterColumn.VOLUNTEER,
            Profile::ladder,
            profile ->
                    profile.ladder().stream()
                            .map(rung -> MaskedName.of(rung.name()) + rung.number().masked())
                            .collect(Collectors.joining("、")));

    private final String key;
    private final RosterColumn column;
    private final Function<Profile, @Nullable Object> value;
    private final Function<Profile, String> masked;

    ProfileField(
            String key,
            RosterColumn column,
            Function<Profile, @Nullable Object> value,
            Function<Profile, String> masked) {
        this.key = key;
        this.column = column;
        this.value = value;
        this.masked = masked;
    }

    /** Its name in the journal. */
    public String key() {
        return key;
    }

    public RosterColumn column() {
        return column;
    }

    public String masked(Profile profile) {
        return masked.apply(profile);
    }

    @Nullable Object of(Profile profile) {
        return value.apply(profile);
    }

    private static String beginning(String address) {
        return address.isEmpty() ? "" : MaskedName.of(address);
    }

    private static String length(String note) {
        return note.isEmpty() ? "" : note.codePointCount(0, note.length()) + " 个字";
    }
}
