package cn.anxin.hotline.people;

import cn.anxin.hotline.call.PhoneNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All that a town writes down of a person. Redacts itself. Texts that nobody wrote are empty.
 *
 * @param name at most 60 characters, as the committee's
 * @param address at most 200 characters
 * @param window when the daily check may ring
 * @param numbers in the order to try them; 1 to 9, none twice
 * @param categories at most 20
 * @param note for whoever helps; at most 1,000 characters, like the other notes
 * @param condition of body and mind
 * @param risk set by hand; null if it follows from the categories
 * @param aloneUntil for whoever is only temporarily alone, the day on which that ends
 * @param ladder the paired volunteer, then the backups; at most 9
 * @param family in the order to ring them; at most 9
 */
public record Profile(
        String name,
        String committee,
        @Nullable Gender gender,
        @Nullable Integer birthYear,
        String address,
        Window window,
        List<PhoneNumber> numbers,
        Set<Category> categories,
        String note,
        Speaking speaking,
        String condition,
        @Nullable RiskLevel risk,
        @Nullable LocalDate aloneUntil,
        Consent consent,
        List<NamedNumber> ladder,
        List<FamilyContact> family) {
    public static final int LONGEST_NAME = 60;
    public static final int LONGEST_ADDRESS = 200;
    public static final int LONGEST_NOTE = 1000;
    public static final int MOST_NUMBERS = 9;
    public static final int MOST_CATEGORIES = 20;

    private static final Pattern HARD_OF_HEARING = Pattern.compile("听力|慢说|耳背|重听|耳聋|听不清");

    public Profile {
        numbers = List.copyOf(numbers);
        categories = Set.copyOf(categories);
        ladder = List.copyOf(ladder);
        family = List.copyOf(family);
    }

    /**
     * What is to be written keeps the limits. What was written before some limit still reads:
     * nobody goes unrung for an old row.
     *
     * @throws IllegalArgumentException past one of the limits, or for a temporarily alone person
     *     without that category
     */
    public void requireFit() {
        check(!name.isBlank() && fits(name, LONGEST_NAME), "a name has 1 to 60 characters");
        check(
                !committee.isBlank() && fits(committee, LONGEST_NAME),
                "a committee's name has 1 to 60 characters");
        check(fits(address, LONGEST_ADDRESS), "an address has at most 200 characters");
        check(
                fits(note, LONGEST_NOTE)
                        && fits(condition, LONGEST_NOTE)
                        && fits(speaking.hearing(), LONGEST_NOTE),
                "a note has at most 1,000 characters");
        check(
                fits(consent.toldBy(), LONGEST_NAME)
                        && family.stream().allMatch(Profile::fits)
                        && ladder.stream().allMatch(one -> fits(one.name(), LONGEST_NAME)),
                "a name has at most 60 characters");
        check(!numbers.isEmpty() && numbers.size() <= MOST_NUMBERS, "a person has 1 to 9 numbers");
        check(Set.copyOf(numbers).size() == numbers.size(), "a number stands once");
        check(categories.size() <= MOST_CATEGORIES, "a person is in at most 20 categories");
        check(ladder.size() <= MOST_NUMBERS, "a person has at most 9 volunteers");
        check(family.size() <= MOST_NUMBERS, "a person has at most 9 family contacts");
        check(
                aloneUntil == null || categories.contains(Category.TEMPORARILY_ALONE),
                "only the temporarily alone are alone until a day");
    }

    /** Whether to speak slowly from the first word on: somebody said so, or a note says it. */
    public boolean slowSpeech() {
        var told = speaking.slowly();
        return told == null
                ? HARD_OF_HEARING.matcher(note).find()
                        || HARD_OF_HEARING.matcher(speaking.hearing()).find()
                : told;
    }

    /** The names of the fields that differ; never their values. */
    public List<String> differencesFrom(Profile other) {
        var fields = new ArrayList<String>();
        differ(fields, "name", name, other.name);
        differ(fields, "committee", committee, other.committee);
        differ(fields, "gender", gender, other.gender);
        differ(fields, "birth-year", birthYear, other.birthYear);
        differ(fields, "address", address, other.address);
        differ(fields, "window", window, other.window);
        differ(fields, "numbers", numbers, other.numbers);
        differ(fields, "categories", categories, other.categories);
        differ(fields, "note", note, other.note);
        differ(fields, "speaking", speaking, other.speaking);
        differ(fields, "condition", condition, other.condition);
        differ(fields, "risk", risk, other.risk);
        differ(fields, "alone-until", aloneUntil, other.aloneUntil);
        differ(fields, "consent", consent, other.consent);
        differ(fields, "volunteers", ladder, other.ladder);
        differ(fields, "family", family, other.family);
        return fields;
    }

    private static void differ(
            List<String> fields, String field, @Nullable Object one, @Nullable Object other) {
        if (!Objects.equals(one, other)) {
            fields.add(field);
        }
    }

    private static boolean fits(FamilyContact contact) {
        return !contact.name().isBlank()
                && fits(contact.name(), LONGEST_NAME)
                && fits(contact.relation(), LONGEST_NAME);
    }

    private static boolean fits(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest;
    }

    private static void check(boolean right, String rule) {
        if (!right) {
            throw new IllegalArgumentException(rule);
        }
    }

    @Override
    public String toString() {
        return "Profile[" + numbers + "]";
    }
}
