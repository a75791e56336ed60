package cn.anxin.hotline.people;

import cn.anxin.hotline.call.PhoneNumber;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A served person. Redacts itself.
 *
 * @param version counts the changes; whoever changes a person says which version they saw
 * @param enrolled whether the daily check rings them
 * @param risk in force: set by hand, or what the categories amount to
 */
public record Person(long id, int version, boolean enrolled, RiskLevel risk, Profile profile) {

    public String name() {
        return profile.name();
    }

    public @Nullable Gender gender() {
        return profile.gender();
    }

    public @Nullable Integer birthYear() {
        return profile.birthYear();
    }

    public String committee() {
        return profile.committee();
    }

    public String address() {
        return profile.address();
    }

    public String note() {
        return profile.note();
    }

    public Window window() {
        return profile.window();
    }

    /** In the order to try them; at least one. */
    public List<PhoneNumber> numbers() {
        return profile.numbers();
    }

    public Set<Category> categories() {
        return profile.categories();
    }

    /** Whether to speak slowly from the first word on. */
    public boolean slowSpeech() {
        return profile.slowSpeech();
    }

    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
