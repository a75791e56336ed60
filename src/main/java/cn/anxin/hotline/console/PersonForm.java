package cn.anxin.hotline.console;

import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.console.Problem.Fault;
import cn.anxin.hotline.people.Category;
import cn.anxin.hotline.people.Consent;
import cn.anxin.hotline.people.FamilyContact;
import cn.anxin.hotline.people.Gender;
import cn.anxin.hotline.people.Language;
import cn.anxin.hotline.people.NamedNumber;
import cn.anxin.hotline.people.Profile;
import cn.anxin.hotline.people.RiskLevel;
import cn.anxin.hotline.people.Speaking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person's record as programs write it. What is left out is unknown, or empty. Redacts itself.
 *
 * @param numbers as people write them, in the order to try them
 * @param slowSpeech left out: the notes decide
 * @param hearing a note for whoever rings
 * @param condition of body and mind
 * @param risk left out: the categories decide
 * @param volunteers the paired one, then the backups
 */
record PersonForm(
        @NotBlank @Size(max = 60) String name,
        @NotBlank @Size(max = 60) String committee,
        @Nullable Gender gender,
        @Nullable @Min(1890) @Max(2100) Integer birthYear,
        @Nullable @Size(max = 200) String address,
        @NotNull @Valid Window window,
        @NotEmpty @Size(max = 9) List<@NotBlank @Size(max = 64) String> numbers,
        @Nullable @Size(max = 20) Set<@NotNull Category> categories,
        @Nullable @Size(max = 1000) String note,
        @Nullable Language language,
        @Nullable Boolean slowSpeech,
        @Nullable @Size(max = 1000) String hearing,
        @Nullable @Size(max = 1000) String condition,
        @Nullable RiskLevel risk,
        @Nullable LocalDate aloneUntil,
        @Nullable @Valid ConsentForm consent,
        @Nullable @Size(max = 9) List<@NotNull @Valid VolunteerForm> volunteers,
        @Nullable @Size(max = 9) List<@NotNull @Valid FamilyForm> family) {

    /** The town's local times. */
    record Window(@NotNull LocalTime opens, @NotNull LocalTime closes) {}

    record ConsentForm(
            Consent.@NotNull State state,
            @Nullable LocalDate on,
            @Nullable @Size(max = 60) String toldBy) {}

    record VolunteerForm(
            @NotBlank @Size(max = 60) String name, @NotBlank @Size(max = 64) String number) {}

    record FamilyForm(
            @NotBlank @Size(max = 60) String name,
            @Nullable @Size(max = 60) String relation,
            @NotBlank @Size(max = 64) String number) {}

    static PersonForm of(Profile profile) {
        var consent = profile.consent();
        return new PersonForm(
                profile.name(),
                profile.committee(),
                profile.gender(),
                profile.birthYear(),
                profile.address(),
                new Window(profile.window().opens(), profile.window().closes()),
                profile.numbers().stream().map(PhoneNumber::e164).toList(),
                profile.categories(),
                profile.note(),
                profile.speaking().language(),
                profile.speaking().slowly(),
                profile.speaking().hearing(),
                profile.condition(),
                profile.risk(),
                profile.aloneUntil(),
                new ConsentForm(consent.state(), consent.on(), consent.toldBy()),
                profile.ladder().stream()
                        .map(rung -> new VolunteerForm(rung.name(), rung.number().e164()))
                        .toList(),
                profile.family().stream()
                        .map(one -> new FamilyForm(one.name(), one.relation(), one.number().e164()))
                        .toList());
    }

    /**
     * @throws Refused for what its single fields do not tell: a number that cannot exist, a window
     *     that closes before it opens
     */
    Profile profile(NumberPlan plan) {
        if (!window.opens().isBefore(window.closes())) {
            throw bad("window", "开始要早于结束", "opens before it closes");
        }
        var profile =
                new Profile(
                        name,
                        committee,
                        gender,
                        birthYear,
                        text(address),
                        new cn.anxin.hotline.people.Window(window.opens(), window.closes()),
                        numbers.stream()
                                .map(text -> number("numbers", text, plan))
                                .distinct()
                                .toList(),
                        categories == null ? Set.of() : categories,
                        text(note),
                        new Speaking(
                                Objects.requireNonNullElse(language, Language.MANDARIN),
                                slowSpeech,
                                text(hearing)),
                        text(condition),
                        risk,
                        aloneUntil,
                        consent == null
                                ? Consent.UNKNOWN
                                : new Consent(
                                        consent.state(), consent.on(), text(consent.toldBy())),
                        volunteers == null
                                ? List.of()
                                : volunteers.stream()
                                        .map(one ->
                                                new NamedNumber(
                                                        one.name(),
                                                        number("volunteers", one.number(), plan)))
                                        .distinct()
                                        .toList(),
                        family == null
                                ? List.of()
                                : family.stream()
                                        .map(one ->
                                                new FamilyContact(
                                                        one.name(),
                                                        text(one.relation()),
                                                        number("family", one.number(), plan)))
                                        .toList());
        try {
            profile.requireFit();
        } catch (IllegalArgumentException e) {
            throw bad("person", "有一项不合规则", String.valueOf(e.getMessage()));
        }
        return profile;
    }

    private static PhoneNumber number(String where, String text, NumberPlan plan) {
        return PhoneNumber.parse(text, plan)
                .orElseThrow(() -> bad(where, "电话号码不对", "no such telephone number"));
    }

    private static Refused bad(String where, String zh, String en) {
        return new Refused(Trouble.BAD_INPUT, List.of(new Fault(where, zh, en)));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    @Override
    public String toString() {
        return "PersonForm";
    }
}
