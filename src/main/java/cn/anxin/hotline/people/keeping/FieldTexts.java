package cn.anxin.hotline.people.keeping;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.people.Category;
import cn.anxin.hotline.people.Profile;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of a profile as a history shows them; their names are those of its differences. */
final class FieldTexts {

    private FieldTexts() {}

    static Map<String, String> of(Profile profile, Collection<String> fields) {
        var texts = new LinkedHashMap<String, String>();
        fields.forEach(field -> texts.put(field, text(profile, field)));
        return texts;
    }

    private static String text(Profile profile, String field) {
        return switch (field) {
            case "name" -> profile.name();
            case "committee" -> profile.committee();
            case "gender" -> told(profile.gender());
            case "birth-year" -> told(profile.birthYear());
            case "address" -> profile.address();
            case "window" -> profile.window().toString();
            case "numbers" -> joined(profile.numbers(), PhoneNumber::e164);
            case "categories" -> joined(profile.categories(), Category::code);
            case "note" -> profile.note();
            case "speaking" -> {
                var speaking = profile.speaking();
                yield String.join(
                        " ",
                        speaking.language().name(),
                        told(speaking.slowly()),
                        speaking.hearing());
            }
            case "condition" -> profile.condition();
            case "risk" -> told(profile.risk());
            case "alone-until" -> told(profile.aloneUntil());
            case "consent" -> {
                var consent = profile.consent();
                yield String.join(
                        " ", consent.state().name(), told(consent.on()), consent.toldBy());
            }
            case "volunteers" ->
                    joined(profile.ladder(), rung -> rung.name() + " " + rung.number().e164());
            case "family" ->
                    joined(
                            profile.family(),
                            contact ->
                                    String.join(
                                            " ",
                                            contact.name(),
                                            contact.relation(),
                                            contact.number().e164()));
            default -> throw new IllegalArgumentException("no field of a profile: " + field);
        };
    }

    private static String told(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static <T> String joined(Collection<T> values, Function<T, String> text) {
        return values.stream().map(text).collect(Collectors.joining("、"));
    }
}
