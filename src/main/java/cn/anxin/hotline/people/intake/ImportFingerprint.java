package cn.anxin.hotline.people.intake;

import cn.anxin.hotline.people.Category;
import cn.anxin.hotline.people.FamilyContact;
import cn.anxin.hotline.people.Profile;
import cn.anxin.hotline.people.intake.report.ImportReport.Rejected;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names a result: two imports with the same fingerprint write the same, and reject the same.
 * Nothing of the roster can be read back from it.
 */
final class ImportFingerprint {
    private final MessageDigest digest;

    private ImportFingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }

    static String of(ImportPlan plan, MissingPeople missing, List<Rejected> rejected) {
        var result = new ImportFingerprint();
        for (var addition : plan.additions()) {
            result.add("added", addition.line());
            result.add(addition.profile());
        }
        for (var changed : plan.changes()) {
            result.add("changed", changed.stored().id(), changed.enrolment());
            result.add(changed.change().fields().toArray());
            result.add(changed.change().after());
        }
        result.add("unchanged", plan.unchanged());
        missing.leaving().forEach(person -> result.add("leaves", person.id()));
        rejected.forEach(fault -> result.add("rejected", fault));
        return HexFormat.of().formatHex(result.digest.digest());
    }

    private void add(Profile profile) {
        add(
                profile.name(),
                profile.committee(),
                profile.gender(),
                profile.birthYear(),
                profile.address(),
                profile.window(),
                profile.note(),
                profile.condition(),
                profile.risk(),
                profile.aloneUntil());
        add(
                profile.speaking().language(),
                profile.speaking().slowly(),
                profile.speaking().hearing());
        add(profile.consent().state(), profile.consent().on(), profile.consent().toldBy());
        add(profile.numbers().stream().map(number -> number.e164()).toArray());
        // a set has another order in every process
        add(profile.categories().stream().map(Category::code).sorted().toArray());
        add(
                profile.ladder().stream()
                        .flatMap(rung -> Stream.of(rung.name(), rung.number().e164()))
                        .toArray());
        add(profile.family().stream().flatMap(ImportFingerprint::told).toArray());
    }

    private static Stream<String> told(FamilyContact contact) {
        return Stream.of(contact.name(), contact.relation(), contact.number().e164());
    }

    private void add(@Nullable Object... values) {
        for (var value : values) {
            digest.update(Objects.toString(value, "").getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        digest.update((byte) 1);
    }
}
