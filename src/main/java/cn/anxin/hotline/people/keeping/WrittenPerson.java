package cn.anxin.hotline.people.keeping;

import cn.anxin.hotline.people.Category;
import cn.anxin.hotline.people.PeopleColumns;
import cn.anxin.hotline.people.Profile;
import cn.anxin.hotline.people.RiskLevel;
import cn.anxin.hotline.seal.BlindIndex;
import cn.anxin.hotline.seal.Seal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A person as {@link RosterWriter}'s statements read one; the names are those of its columns, and
 * bytes, which JSON carries in base 64, are sealed.
 *
 * @param ladder the volunteers' ids
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record WrittenPerson(
        long id,
        String name,
        @Nullable String gender,
        @Nullable Integer birthYear,
        String committee,
        byte @Nullable [] address,
        byte @Nullable [] note,
        byte @Nullable [] hearing,
        byte @Nullable [] condition,
        String windowOpens,
        String windowCloses,
        String language,
        @Nullable Boolean slowSpeech,
        String risk,
        @Nullable String riskSet,
        @Nullable String aloneUntil,
        String consent,
        @Nullable String consentOn,
        byte @Nullable [] consentToldBy,
        List<Number> numbers,
        List<String> categories,
        List<Long> ladder,
        List<Family> family) {

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Number(byte[] number, byte[] numberIndex) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Family(byte[] name, String relation, byte[] number, byte[] numberIndex) {}

    static WrittenPerson of(
            long id,
            Profile profile,
            RiskLevel risk,
            List<Long> ladder,
            Seal seal,
            BlindIndex index) {
        var gender = profile.gender();
        var speaking = profile.speaking();
        var consent = profile.consent();
        return new WrittenPerson(
                id,
                profile.name(),
                gender == null ? null : gender.name().toLowerCase(Locale.ROOT),
                profile.birthYear(),
                profile.committee(),
                seal.sealText(PeopleColumns.ADDRESS, id, profile.address()),
                seal.sealText(PeopleColumns.NOTE, id, profile.note()),
                seal.sealText(PeopleColumns.HEARING, id, speaking.hearing()),
                seal.sealText(PeopleColumns.CONDITION, id, profile.condition()),
                profile.window().opens().toString(),
                profile.window().closes().toString(),
                speaking.language().name(),
                speaking.slowly(),
                risk.name(),
                text(profile.risk()),
                text(profile.aloneUntil()),
                consent.state().name(),
                text(consent.on()),
                seal.sealText(PeopleColumns.CONSENT_TOLD_BY, id, consent.toldBy()),
                profile.numbers().stream()
                        .map(number ->
                                new Number(
                                        seal.sealNumber(PeopleColumns.NUMBER, id, number),
                                        index.of(number)))
                        .toList(),
                profile.categories().stream().map(Category::code).toList(),
                ladder,
                profile.family().stream()
                        .map(contact ->
                                new Family(
                                        seal.seal(PeopleColumns.FAMILY_NAME, id, contact.name()),
                                        contact.relation(),
                                        seal.sealNumber(
                                                PeopleColumns.FAMILY_NUMBER, id, contact.number()),
                                        index.of(contact.number())))
                        .toList());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    @Override
    public String toString() {
        return "WrittenPerson[" + id + "]";
    }
}
