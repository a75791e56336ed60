package cn.anxin.hotline.people.keeping;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.people.Category;
import cn.anxin.hotline.people.Profile;
import cn.anxin.hotline.people.RiskLevel;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/** A person as {@link RosterWriter}'s statements read one; the names are those of its columns. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record WrittenPerson(
        long id,
        String name,
        @Nullable String gender,
        @Nullable Integer birthYear,
        String committee,
        String address,
        String note,
        String windowOpens,
        String windowCloses,
        String language,
        @Nullable Boolean slowSpeech,
        String risk,
        @Nullable String riskSet,
        @Nullable String aloneUntil,
        String consent,
        @Nullable String consentOn,
        List<String> numbers,
        List<String> categories,
        List<String> ladder) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static WrittenPerson of(long id, Profile profile, RiskLevel risk) {
        var gender = profile.gender();
        return new WrittenPerson(
                id,
                profile.name(),
                gender == null ? null : gender.name().toLowerCase(Locale.ROOT),
                profile.birthYear(),
                profile.committee(),
                profile.address(),
                profile.note(),
                profile.window().opens().toString(),
                profile.window().closes().toString(),
                profile.speaking().language().name(),
                profile.speaking().slowly(),
                risk.name(),
                text(profile.risk()),
                text(profile.aloneUntil()),
                profile.consent().state().name(),
                text(profile.consent().on()),
                profile.numbers().stream().map(PhoneNumber::e164).toList(),
                profile.categories().stream().map(Category::code).toList(),
                profile.ladder().stream().map(rung -> rung.number().e164()).toList());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    static String json(List<WrittenPerson> people) {
        return JSON.writeValueAsString(people);
    }

    @Override
    public String toString() {
        return "WrittenPerson[" + id + "]";
    }
}
