package cn.anxin.hotline.people.pin;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.people.Roster;
import cn.anxin.hotline.people.Volunteer;
import cn.anxin.hotline.seal.HoldsSealed;
import cn.anxin.hotline.seal.Seal;
import cn.anxin.hotline.seal.SealedColumn;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * PINs of volunteers: made by us, told once to whoever gives them out, and never again. Kept as a
 * bcrypt hash under a seal. Any thread; weighing one takes about a tenth of a second of a
 * processor.
 */
@Component
public class VolunteerPins implements HoldsSealed {
    public static final int DIGITS = 6;

    private static final SealedColumn PIN =
            new SealedColumn("volunteer_pin", "volunteer_id", "pin");
    private static final int ALL = 1_000_000;

    private final JdbcClient jdbc;
    private final Roster roster;
    private final PinLockout lockout;
    private final Seal seal;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final PasswordEncoder slowHash = new BCryptPasswordEncoder();
    private final SecureRandom random = new SecureRandom();

    /** Weighed for whoever has none, so that it takes as long. */
    private final String nobodys = slowHash.encode("nobody's");

    VolunteerPins(
            JdbcClient jdbc,
            Roster roster,
            PinLockout lockout,
            Seal seal,
            Journal journal,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.roster = roster;
        this.lockout = lockout;
        this.seal = seal;
        this.journal = journal;
        this.transaction = transaction;
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(PIN);
    }

    /**
     * A new one, which takes the place of the one before.
     *
     * @return six digits; empty if there is no such volunteer
     */
    public Optional<String> give(long volunteer, Actor by) {
        var pin = "%06d".formatted(random.nextInt(ALL));
        var hash = slowHash.encode(pin);
        var given =
                transaction.execute(_ -> {
                    if (roster.volunteer(volunteer).isEmpty()) {
                        return false;
                    }
                    store(volunteer, hash, by);
                    journal.write(entry("volunteer-pin-given", volunteer, by));
                    return true;
                });
        return Boolean.TRUE.equals(given) ? Optional.of(pin) : Optional.empty();
    }

    private void store(long volunteer, String hash, Actor by) {
        jdbc.sql(
                        """
                        insert into volunteer_pin (volunteer_id, pin, given_by)
                        values (:volunteer, :pin, :by)
                        on conflict (volunteer_id) do update
                        set pin = excluded.pin, given_by = excluded.given_by,
                            given_at = clock_timestamp()
                        """)
                .param("volunteer", volunteer)
                .param("pin", seal.seal(PIN, volunteer, hash))
                .param("by", by.value())
                .update();
    }

    /** False if they have none. */
    public boolean withdraw(long volunteer, Actor by) {
        var withdrawn =
                transaction.execute(_ -> {
                    var removed =
                            jdbc.sql("delete from volunteer_pin where volunteer_id = :volunteer")
                                    .param("volunteer", volunteer)
                                    .update();
                    if (removed == 1) {
                        journal.write(entry("volunteer-pin-withdrawn", volunteer, by));
                    }
                    return removed == 1;
                });
        return Boolean.TRUE.equals(withdrawn);
    }

    private static Entry entry(String kind, long volunteer, Actor by) {
        return Entry.of(kind, by).with("volunteer", Long.toString(volunteer));
    }

    /**
     * Somebody has typed a volunteer's number and a PIN. Whether there is such a volunteer shows
     * neither in the answer nor in the time that it takes.
     *
     * @param caller the number that rings, if it is told
     * @param typed empty if what was typed is no number
     */
    public PinEntry enter(
            CallId call, Optional<PhoneNumber> caller, Optional<PhoneNumber> typed, String pin) {
        var begun = lockout.begin(call, caller, typed);
        if (begun.isEmpty()) {
            return new PinEntry.Locked();
        }
        var volunteer = typed.flatMap(roster::volunteerAt).map(Volunteer::id);
        var hash = volunteer.flatMap(this::hash);
        var right = slowHash.matches(pin, hash.orElse(nobodys)) && hash.isPresent();
        if (!right) {
            transaction.executeWithoutResult(
                    _ -> journal.write(Entry.of("pin-wrong", Actor.SYSTEM).on(call)));
            return new PinEntry.Wrong();
        }
        transaction.executeWithoutResult(_ -> {
            lockout.takeBack(begun.get());
            journal.write(
                    Entry.of("volunteer-known-by-pin", Actor.volunteer(volunteer.orElseThrow()))
                            .on(call));
        });
        return new PinEntry.Right(volunteer.orElseThrow());
    }

    private Optional<String> hash(long volunteer) {
        return jdbc.sql("select pin from volunteer_pin where volunteer_id = :volunteer")
                .param("volunteer", volunteer)
                .query((row, _) -> seal.open(PIN, volunteer, row.getBytes(1)))
                .optional();
    }
}
