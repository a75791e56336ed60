package cn.anxin.hotline.people.intake.row;

import cn.anxin.hotline.people.Categories;
import cn.anxin.hotline.people.Gender;
import cn.anxin.hotline.people.MaskedName;
import cn.anxin.hotline.people.Profile;
import cn.anxin.hotline.people.intake.header.RosterColumn;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How a report shows what differs between two profiles: what is personal only by its outline. */
public enum ProfileField {
    NAME("name", RosterColumn.NAME, profile -> MaskedName.of(profile.name())),
    COMMITTEE("committee", RosterColumn.COMMITTEE, Profile::committee),
    GENDER("gender", RosterColumn.GENDER, ProfileField::gender),
    BIRTH_YEAR("birth-year", RosterColumn.BIRTH, ProfileField::decade),
    ADDRESS("address", RosterColumn.ADDRESS, profile -> outline(profile.address())),
    WINDOW("window", RosterColumn.WINDOW, profile -> profile.window().toString()),
    NUMBERS(
            "numbers",
            RosterColumn.NUMBER,
            profile ->
                    profile.numbers().stream()
                            .map(number -> number.masked())
                            .collect(Collectors.joining("、"))),
    CATEGORIES("categories", RosterColumn.CATEGORIES, ProfileField::categories),
    NOTE("note", RosterColumn.NOTE, profile -> outline(profile.note())),
    SPEAKING("speaking", RosterColumn.LANGUAGE, ProfileField::speaking),
    CONDITION("condition", RosterColumn.CONDITION, profile -> outline(profile.condition())),
    RISK("risk", RosterColumn.RISK, CareWords::risk),
    ALONE_UNTIL(
            "alone-until",
            RosterColumn.ALONE_UNTIL,
            profile -> Objects.toString(profile.aloneUntil(), "")),
    CONSENT("consent", RosterColumn.CONSENT, CareWords::consent),
    VOLUNTEERS(
            "volunteers",
            RosterColumn.VOLUNTEER,
            profile ->
                    profile.ladder().stream()
                            .map(rung -> MaskedName.of(rung.name()) + rung.number().masked())
                            .collect(Collectors.joining("、"))),
    FAMILY(
            "family",
            RosterColumn.FAMILY,
            profile ->
                    profile.family().stream()
                            .map(one -> one.relation() + one.number().masked())
                            .collect(Collectors.joining("、")));

    private final String key;
    private final RosterColumn column;
    private final BiFunction<Profile, Categories, String> masked;

    ProfileField(String key, RosterColumn column, Function<Profile, String> masked) {
        this(key, column, (profile, categories) -> masked.apply(profile));
    }

    ProfileField(String key, RosterColumn column, BiFunction<Profile, Categories, String> masked) {
        this.key = key;
        this.column = column;
        this.masked = masked;
    }

    /**
     * @param key as {@link Profile#differencesFrom} names it
     */
    public static ProfileField of(String key) {
        for (var field : values()) {
            if (field.key.equals(key)) {
                return field;
            }
        }
        throw new IllegalArgumentException("no such field of a profile: " + key);
    }

    public RosterColumn column() {
        return column;
    }

    public String masked(Profile profile, Categories categories) {
        return masked.apply(profile, categories);
    }

    private static String gender(Profile profile) {
        var gender = profile.gender();
        return gender == null ? "" : gender == Gender.FEMALE ? "女" : "男";
    }

    private static String decade(Profile profile) {
        var year = profile.birthYear();
        return year == null ? "" : year / 100 + "**";
    }

    private static String categories(Profile profile, Categories known) {
        return profile.categories().stream()
                .map(known::label)
                .sorted()
                .collect(Collectors.joining("、"));
    }

    private static String speaking(Profile profile) {
        return CareWords.language(profile)
                + CareWords.slowly(profile)
                + outline(profile.speaking().hearing());
    }

    private static String outline(String text) {
        return text.isEmpty()
                ? ""
                : MaskedName.of(text) + "(" + text.codePointCount(0, text.length()) + ")";
    }
}
