package cn.anxin.hotline.people;

import cn.anxin.hotline.call.PhoneNumber;
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

    private PersonRow() {}

    static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getLong("id"),
                row.getInt("version"),
                row.getBoolean("enrolled"),
                RiskLevel.valueOf(row.getString("risk")),
                profile(row));
    }

    private static Profile profile(ResultSet row) throws SQLException {
        var riskSet = row.getString("risk_set");
        return new Profile(
                row.getString("name"),
                row.getString("committee"),
                gender(row.getString("gender")),
                row.getObject("birth_year", Integer.class),
                row.getString("address"),
                window(row),
                numbers(row),
                categories(row),
                row.getString("note"),
                speaking(row),
                "",
                riskSet == null ? null : RiskLevel.valueOf(riskSet),
                row.getObject("alone_until", LocalDate.class),
                consent(row),
                ladder(row),
                List.of());
    }

    private static Speaking speaking(ResultSet row) throws SQLException {
        return new Speaking(
                Language.valueOf(row.getString("language")),
                row.getObject("slow_speech", Boolean.class),
                "");
    }

    private static Consent consent(ResultSet row) throws SQLException {
        return new Consent(
                Consent.State.valueOf(row.getString("consent")),
                row.getObject("consent_on", LocalDate.class),
                "");
    }

    private static List<NamedNumber> ladder(ResultSet row) throws SQLException {
        var names = texts(row, "volunteer_names");
        var numbers = texts(row, "volunteer_numbers");
        return IntStream.range(0, names.size())
                .mapToObj(rung ->
                        new NamedNumber(names.get(rung), new PhoneNumber(numbers.get(rung))))
                .toList();
    }

    static ListedPerson listed(ResultSet row, int number) throws SQLException {
        return new ListedPerson(
                row.getLong("id"),
                row.getString("name"),
                row.getString("committee"),
                window(row),
                numbers(row).stream().map(PhoneNumber::masked).toList(),
                categories(row),
                row.getBoolean("enrolled"));
    }

    static Volunteer volunteer(ResultSet row, int number) throws SQLException {
        return new Volunteer(
                row.getLong("id"), row.getString("name"), new PhoneNumber(row.getString("number")));
    }

    private static @Nullable Gender gender(@Nullable String text) {
        return text == null ? null : Gender.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static Window window(ResultSet row) throws SQLException {
        return new Window(
                row.getObject("window_opens", LocalTime.class),
                row.getObject("window_closes", LocalTime.class));
    }

    private static List<PhoneNumber> numbers(ResultSet row) throws SQLException {
        return texts(row, "numbers").stream().map(PhoneNumber::new).toList();
    }

    private static Set<Category> categories(ResultSet row) throws SQLException {
        return texts(row, "categories").stream()
                .map(Category::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
