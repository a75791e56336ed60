package cn.anxin.hotline.people.pin;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.seal.BlindIndex;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps anybody from trying PINs out: counts them by the telephone that rings and by the number
 * that is typed, whether it is a volunteer's or not. All who withhold their number count as one
 * telephone: whoever is locked out only has to talk with the duty desk.
 */
@Component
class PinLockout {
    private final PinTriesTable table;
    private final BlindIndex index;
    private final PinSettings settings;
    private final Journal journal;

    PinLockout(PinTriesTable table, BlindIndex index, PinSettings settings, Journal journal) {
        this.table = table;
        this.index = index;
        this.settings = settings;
        this.journal = journal;
    }

    /** One try, counted before it is weighed. */
    record Try(CallId call, List<byte[]> subjects) {}

    /**
     * @return empty if it is locked; then nothing may be weighed
     */
    @Transactional
    public Optional<Try> begin(
            CallId call, Optional<PhoneNumber> caller, Optional<PhoneNumber> typed) {
        var now = table.now();
        table.forget(now);
        var subjects = subjects(caller, typed);
        var before = subjects.stream().map(subject -> table.lock(subject, now)).toList();
        if (before.stream().anyMatch(tries -> tries.isLocked(now))) {
            journal.write(Entry.of("pin-refused", Actor.SYSTEM).on(call));
            return Optional.empty();
        }
        for (int place = 0; place < subjects.size(); place++) {
            count(call, subjects.get(place), before.get(place), now);
        }
        return Optional.of(new Try(call, subjects));
    }

    private void count(CallId call, byte[] subject, PinTries before, Instant now) {
        var tries = before.counted(now, settings);
        table.save(subject, tries, now);
        if (tries.isLocked(now)) {
            journal.write(
                    Entry.of("pin-locked", Actor.SYSTEM)
                            .on(call)
                            .with("until", String.valueOf(tries.lockedUntil())));
        }
    }

    /** It was right. */
    @Transactional
    public void takeBack(Try right) {
        var now = table.now();
        right.subjects()
                .forEach(subject -> table.save(subject, table.lock(subject, now).takenBack(), now));
    }

    /** In one order for everybody, so that nobody waits in a circle. */
    private List<byte[]> subjects(Optional<PhoneNumber> caller, Optional<PhoneNumber> typed) {
        return Stream.of(subject("pin-caller/", caller), subject("pin-typed/", typed))
                .sorted(Arrays::compare)
                .toList();
    }

    private byte[] subject(String kind, Optional<PhoneNumber> number) {
        return index.of(kind + number.map(PhoneNumber::e164).orElse("none"));
    }
}
