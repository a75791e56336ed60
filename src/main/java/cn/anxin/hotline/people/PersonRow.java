package cn.anxin.hotline.people;

import cn.anxin.hotline.call.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the rows of {@link Roster}'s queries. */
final class PersonRow {

    private PersonRow() {}

    static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getLong("id"),
                row.getString("name"),
                gender(row.getString("gender")),
                row.getObject("birth_year", Integer.class),
                row.getString("committee"),
                row.getString("address"),
                row.getString("note"),
                window(row),
                numbers(row),
                categories(row),
                row.getBoolean("enrolled"));
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
                .map(Category::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
