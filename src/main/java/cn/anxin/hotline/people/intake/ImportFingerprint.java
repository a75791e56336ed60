package cn.anxin.hotline.people.intake;

import cn.anxin.hotline.people.intake.report.ImportReport.Rejected;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

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
        plan.additions()
                .forEach(addition ->
                        result.add("added", WrittenPerson.of(0, addition.profile()).json()));
        plan.changes()
                .forEach(change ->
                        result.add(
                                "changed " + change.fields() + change.returns(),
                                WrittenPerson.of(change.id(), change.profile()).json()));
        plan.volunteers().forEach((number, name) -> result.add(number.e164(), name));
        result.add("unchanged", plan.unchanged().toString());
        missing.leaving().forEach(person -> result.add("removed", Long.toString(person.id())));
        rejected.forEach(fault -> result.add("rejected", fault.toString()));
        return HexFormat.of().formatHex(result.digest.digest());
    }

    private void add(String what, String of) {
        digest.update((what + "\0" + of + "\0").getBytes(StandardCharsets.UTF_8));
    }
}
