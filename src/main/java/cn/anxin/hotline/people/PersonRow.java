package cn.anxin.hotline.people;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.seal.Seal;
import cn.anxin.hotline.seal.SealedColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the rows of {@link Roster}'s queries. */
final class PersonRow {
    private final Seal seal;

    PersonRow(Seal seal) {
        this.seal = seal;
    }

    Person person(ResultSet row, int number) throws SQLException {
        var id = row.getLong("id");
        return new Person(
                id,
                row.getInt("version"),
                row.getBoolean("enrolled"),
                RiskLevel.valueOf(row.getString("risk")),
                profile(id, row));
    }

    ListedPerson listed(ResultSet row, int number) throws SQLException {
        return new ListedPerson(
                row.getLong("id"),
                row.getString("name"),
                row.getString("committee"),
                window(row),
                numbers(row.getLong("id"), row).stream().map(PhoneNumber::masked).toList(),
                categories(row),
                row.getBoolean("enrolled"));
    }

    Volunteer volunteer(ResultSet row, int number) throws SQLException {
        var id = row.getLong("id");
        return new Volunteer(
                id,
                row.getString("name"),
                seal.openNumber(PeopleColumns.VOLUNTEER, id, row.getBytes("number")));
    }

    private Profile profile(long id, ResultSet row) throws SQLException {
        var riskSet = row.getString("risk_set");
        return new Profile(
                row.getString("name"),
                row.getString("committee"),
                gender(row.getString("gender")),
                row.getObject("birth_year", Integer.class),
                text(PeopleColumns.ADDRESS, id, row),
                window(row),
                numbers(id, row),
                categories(row),
                text(PeopleColumns.NOTE, id, row),
                new Speaking(
                        Language.valueOf(row.getString("language")),
                        row.getObject("slow_speech", Boolean.class),
                        text(PeopleColumns.HEARING, id, row)),
                text(PeopleColumns.CONDITION, id, row),
                riskSet == null ? null : RiskLevel.valueOf(riskSet),
                row.getObject("alone_until", LocalDate.class),
                new Consent(
                        Consent.State.valueOf(row.getString("consent")),
                        row.getObject("consent_on", LocalDate.class),
                        text(PeopleColumns.CONSENT_TOLD_BY, id, row)),
                ladder(row),
                family(id, row));
    }

    private String text(SealedColumn column, long id, ResultSet row) throws SQLException {
        return seal.openText(column, id, row.getBytes(column.column()));
    }

    private static @Nullable Gender gender(@Nullable String text) {
        return text == null ? null : Gender.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static Window window(ResultSet row) throws SQLException {
        return new Window(
                row.getObject("window_opens", LocalTime.class),
                row.getObject("window_closes", LocalTime.class));
    }

    private List<PhoneNumber> numbers(long id, ResultSet row) throws SQLException {
        return Arrays.stream(bytes(row, "numbers"))
                .map(sealed -> seal.openNumber(PeopleColumns.NUMBER, id, sealed))
                .toList();
    }

    private static Set<Category> categories(ResultSet row) throws SQLException {
        return texts(row, "categories").stream()
                .map(Category::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<NamedNumber> ladder(ResultSet row) throws SQLException {
        var ids = (Long[]) row.getArray("volunteers").getArray();
        var names = texts(row, "volunteer_names");
        var numbers = bytes(row, "volunteer_numbers");
        return IntStream.range(0, ids.length)
                .mapToObj(rung ->
                        new NamedNumber(
                                names.get(rung),
                                seal.openNumber(PeopleColumns.VOLUNTEER, ids[rung], numbers[rung])))
                .toList();
    }

    private List<FamilyContact> family(long id, ResultSet row) throws SQLException {
        var names = bytes(row, "family_names");
        var relations = texts(row, "family_relations");
        var numbers = bytes(row, "family_numbers");
        return IntStream.range(0, names.length)
                .mapToObj(place ->
                        new FamilyContact(
                                seal.open(PeopleColumns.FAMILY_NAME, id, names[place]),
                                relations.get(place),
                                seal.openNumber(PeopleColumns.FAMILY_NUMBER, id, numbers[place])))
                .toList();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static byte[][] bytes(ResultSet row, String column) throws SQLException {
        return (byte[][]) row.getArray(column).getArray();
    }
}
