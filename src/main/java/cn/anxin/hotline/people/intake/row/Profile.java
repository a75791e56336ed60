package cn.anxin.hotline.people.intake.row;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.people.Category;
import cn.anxin.hotline.people.Gender;
import cn.anxin.hotline.people.Person;
import cn.anxin.hotline.people.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that a roster can tell of a person. Redacts itself.
 *
 * @param ladder the paired volunteer, then the backups
 */
public record Profile(
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

    public Profile {
        categories = Set.copyOf(categories);
        numbers = List.copyOf(numbers);
        ladder = List.copyOf(ladder);
    }

    public static Profile of(Person person, List<NamedNumber> ladder) {
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

    /** Where it differs; the name is no field, since it tells who it is. */
    public List<ProfileField> differencesFrom(Profile other) {
        return Arrays.stream(ProfileField.values())
                .filter(field -> !Objects.equals(field.of(this), field.of(other)))
                .toList();
    }

    @Override
    public String toString() {
        return "Profile[" + numbers + "]";
    }
}
