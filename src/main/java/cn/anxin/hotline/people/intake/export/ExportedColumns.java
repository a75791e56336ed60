package cn.anxin.hotline.people.intake.export;

import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.people.Categories;
import cn.anxin.hotline.people.FamilyContact;
import cn.anxin.hotline.people.Gender;
import cn.anxin.hotline.people.NamedNumber;
import cn.anxin.hotline.people.Profile;
import cn.anxin.hotline.people.intake.header.RosterColumn;
import cn.anxin.hotline.people.intake.row.CareWords;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes a profile in the columns and the words that the import reads. */
final class ExportedColumns {
    private static final String BETWEEN = "、";

    private final Map<RosterColumn, Function<Profile, String>> columns =
            new EnumMap<>(RosterColumn.class);
    private final NumberPlan plan;

    ExportedColumns(Categories categories, NumberPlan plan) {
        this.plan = plan;
        columns.put(RosterColumn.NAME, Profile::name);
        columns.put(RosterColumn.GENDER, ExportedColumns::gender);
        columns.put(RosterColumn.BIRTH, profile -> Objects.toString(profile.birthYear(), ""));
        columns.put(RosterColumn.COMMITTEE, Profile::committee);
        columns.put(RosterColumn.ADDRESS, Profile::address);
        columns.put(RosterColumn.NUMBER, profile -> numbers(profile.numbers().subList(0, 1)));
        columns.put(RosterColumn.SPARE_NUMBER, profile -> numbers(rest(profile.numbers())));
        columns.put(
                RosterColumn.CATEGORIES,
                profile -> joined(profile.categories(), categories::label, true));
        columns.put(RosterColumn.WINDOW, profile -> profile.window().toString());
        columns.put(RosterColumn.VOLUNTEER, profile -> names(first(profile.ladder())));
        columns.put(RosterColumn.VOLUNTEER_NUMBER, profile -> rungs(first(profile.ladder())));
        columns.put(RosterColumn.BACKUP, profile -> names(rest(profile.ladder())));
        columns.put(RosterColumn.BACKUP_NUMBER, profile -> rungs(rest(profile.ladder())));
        columns.put(RosterColumn.LANGUAGE, CareWords::language);
        columns.put(RosterColumn.HEARING, profile -> profile.speaking().hearing());
        columns.put(RosterColumn.SLOWLY, CareWords::slowly);
        columns.put(RosterColumn.RISK, CareWords::risk);
        columns.put(
                RosterColumn.FAMILY,
                profile -> joined(profile.family(), FamilyContact::name, false));
        columns.put(
                RosterColumn.FAMILY_NUMBER,
                profile -> numbers(profile.family().stream().map(FamilyContact::number).toList()));
        columns.put(
                RosterColumn.FAMILY_RELATION,
                profile -> joined(profile.family(), FamilyContact::relation, false));
        columns.put(RosterColumn.CONSENT, CareWords::consent);
        columns.put(
                RosterColumn.ALONE_UNTIL, profile -> Objects.toString(profile.aloneUntil(), ""));
        columns.put(RosterColumn.CONDITION, Profile::condition);
        columns.put(RosterColumn.NOTE, Profile::note);
    }

    List<String> headers() {
        return columns.keySet().stream().map(RosterColumn::header).toList();
    }

    List<String> row(Profile profile) {
        return columns.values().stream().map(column -> column.apply(profile)).toList();
    }

    private String numbers(List<PhoneNumber> numbers) {
        return joined(numbers, number -> number.written(plan), false);
    }

    private String rungs(List<NamedNumber> ladder) {
        return numbers(ladder.stream().map(NamedNumber::number).toList());
    }

    private static String names(List<NamedNumber> ladder) {
        return joined(ladder, NamedNumber::name, false);
    }

    private static String gender(Profile profile) {
        var gender = profile.gender();
        return gender == null ? "" : gender == Gender.FEMALE ? "女" : "男";
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(1, all.size()));
    }

    private static <T> List<T> rest(List<T> all) {
        return all.subList(Math.min(1, all.size()), all.size());
    }

    private static <T> String joined(Collection<T> all, Function<T, String> text, boolean sorted) {
        var texts = all.stream().map(text);
        return (sorted ? texts.sorted() : texts).collect(Collectors.joining(BETWEEN));
    }
}
