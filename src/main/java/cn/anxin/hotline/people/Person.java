package cn.anxin.hotline.people;

import cn.anxin.hotline.call.PhoneNumber;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A served person. Redacts itself.
 *
 * @param numbers in the order to try them; at least one
 * @param enrolled whether the daily check rings them
 */
public record Person(
        long id,
        String name,
        @Nullable Gender gender,
        @Nullable Integer birthYear,
        String committee,
        String address,
        String note,
        Window window,
        List<PhoneNumber> numbers,
        Set<Category> categories,
        boolean enrolled) {
    private static final Pattern HARD_OF_HEARING = Pattern.compile("听力|慢说|耳背|重听|耳聋|听不清");

    public Person {
        numbers = List.copyOf(numbers);
        categories = Set.copyOf(categories);
    }

    /** Whether to speak slowly from the first word on: the note says they hear badly. */
    public boolean slowSpeech() {
        return HARD_OF_HEARING.matcher(note).find();
    }

    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
