package cn.anxin.hotline.console;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.console.PersonForm.ConsentForm;
import cn.anxin.hotline.console.PersonForm.FamilyForm;
import cn.anxin.hotline.console.PersonForm.VolunteerForm;
import cn.anxin.hotline.people.MaskedName;
import cn.anxin.hotline.people.Person;
import cn.anxin.hotline.people.Profile;
import cn.anxin.hotline.people.RiskLevel;

/**
 * One person's whole record. Redacts itself.
 *
 * @param version to be sent with a change
 * @param risk in force; the record has one only if it was set by hand
 * @param slowSpeech whether they are spoken to slowly, whoever decided it
 * @param masked whether names, numbers and texts are
 */
record PersonCard(
        long id,
        PeopleApi.State state,
        int version,
        RiskLevel risk,
        boolean slowSpeech,
        boolean masked,
        PersonForm person) {
    private static final String HIDDEN = "***";

    static PersonCard revealed(Person person) {
        return of(person, false, PersonForm.of(person.profile()));
    }

    static PersonCard masked(Person person) {
        var shown = PersonForm.of(person.profile());
        var profile = person.profile();
        var consent = profile.consent();
        return of(
                person,
                true,
                new PersonForm(
                        MaskedName.of(profile.name()),
                        shown.committee(),
                        shown.gender(),
                        shown.birthYear(),
                        hidden(profile.address()),
                        shown.window(),
                        profile.numbers().stream().map(PhoneNumber::masked).toList(),
                        shown.categories(),
                        hidden(profile.note()),
                        shown.language(),
                        shown.slowSpeech(),
                        hidden(profile.speaking().hearing()),
                        hidden(profile.condition()),
                        shown.risk(),
                        shown.aloneUntil(),
                        new ConsentForm(consent.state(), consent.on(), hidden(consent.toldBy())),
                        profile.ladder().stream()
                                .map(rung ->
                                        new VolunteerForm(
                                                MaskedName.of(rung.name()), rung.number().masked()))
                                .toList(),
                        profile.family().stream()
                                .map(one ->
                                        new FamilyForm(
                                                MaskedName.of(one.name()),
                                                one.relation(),
                                                one.number().masked()))
                                .toList()));
    }

    private static PersonCard of(Person person, boolean masked, PersonForm shown) {
        Profile profile = person.profile();
        return new PersonCard(
                person.id(),
                PeopleApi.State.of(person.enrolled()),
                person.version(),
                person.risk(),
                profile.slowSpeech(),
                masked,
                shown);
    }

    /** Whether there is something is no secret. */
    private static String hidden(String text) {
        return text.isEmpty() ? "" : HIDDEN;
    }

    @Override
    public String toString() {
        return "PersonCard[" + id + "]";
    }
}
