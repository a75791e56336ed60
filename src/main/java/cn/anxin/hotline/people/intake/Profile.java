package cn.anxin.hotline.people.intake;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.people.Category;
import cn.anxin.hotline.people.Gender;
import cn.anxin.hotline.people.Person;
import cn.anxin.hotline.people.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that a roster can tell of a person. Redacts itself.
 *
 * @param ladder the paired volunteer, then the backups
 */
record Profile(
        String name,
        String committee,
        @Nullable Gender gender,
        @Nullable Integer birthYear,
        String address,
        String note,
        Window window,
        Set<Category> categories,
        List<PhoneNumber> numbers,
        List<NamedNumber> ladder) {

    Profile {
        categories = Set.copyOf(categories);
        numbers = List.copyOf(numbers);
        ladder = List.copyOf(ladder);
    }

    static Profile of(Person person, List<NamedNumber> ladder) {
        return new Profile(
                person.name(),
                person.committee(),
                person.gender(),
                person.birthYear(),
                person.address(),
                person.note(),
                person.window(),
                person.categories(),
                person.numbers(),
                ladder);
    }

    /** The names of the fields that differ; never their values. */
    List<String> differencesFrom(Profile other) {
        var fields = new ArrayList<String>();
        differ(fields, "committee", committee, other.committee);
        differ(fields, "gender", gender, other.gender);
        differ(fields, "birth-year", birthYear, other.birthYear);
        differ(fields, "address", address, other.address);
        differ(fields, "note", note, other.note);
        differ(fields, "window", window, other.window);
        differ(fields, "categories", categories, other.categories);
        differ(fields, "numbers", numbers, other.numbers);
        differ(fields, "volunteers", ladder, other.ladder);
        return fields;
    }

    private static void differ(
            List<String> fields, String field, @Nullable Object one, @Nullable Object other) {
        if (!Objects.equals(one, other)) {
            fields.add(field);
        }
    }

    @Override
    public String toString() {
        return "Profile[" + numbers + "]";
    }
}
