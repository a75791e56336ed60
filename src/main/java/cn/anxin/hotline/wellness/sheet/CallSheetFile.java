package cn.anxin.hotline.wellness.sheet;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.duework.DueWork;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the present call sheet in {@code $HOTLINE_HOME/call-sheet/today.html}, for its owner alone,
 * while anybody is to be rung: so that it can be printed when we are dead. The watchdog takes it as
 * the sign that a round is open. It goes when the day is over.
 */
@Component
class CallSheetFile implements DueWork {
    private final CallSheet sheet;
    private final OpenPeople people;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final CallSheetSettings settings;
    private final Path file;
    private final Clock clock;
    private Instant looked = Instant.EPOCH;

    CallSheetFile(
            CallSheet sheet,
            OpenPeople people,
            Journal journal,
            TransactionTemplate transaction,
            CallSheetSettings settings,
            HotlineSettings hotline,
            Clock clock) {
        this.sheet = sheet;
        this.people = people;
        this.journal = journal;
        this.transaction = transaction;
        this.settings = settings;
        this.file = hotline.home().resolve("call-sheet/today.html");
        this.clock = clock;
    }

    @Override
    public String name() {
        return "call-sheet";
    }

    @Override
    public int sweep(int limit) {
        var now = clock.instant();
        // a clock that was set back must not put it off
        if (!now.isBefore(looked) && now.isBefore(looked.plus(settings.every()))) {
            return 0;
        }
        try {
            keep(people.today());
        } catch (IOException e) {
            throw new UncheckedIOException("the call sheet cannot be kept ready", e);
        }
        looked = now;
        return 0;
    }

    private void keep(LocalDate day) throws IOException {
        if (people.anybodyToRing(day, settings.before())) {
            write(day);
        } else {
            Files.deleteIfExists(file);
        }
    }

    /** Whoever prints it finds the sheet before or this one, never a part. */
    private void write(LocalDate day) throws IOException {
        var folder =
                Files.createDirectories(
                        file.toAbsolutePath().getParent(),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
        var isNew = !Files.exists(file);
        // made with mode 600
        var draft = Files.createTempFile(folder, ".today", ".draft");
        try {
            int count;
            try (var out = Files.newBufferedWriter(draft)) {
                count = sheet.write(day, out);
            }
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            if (isNew) {
                laidOut(day, count);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void laidOut(LocalDate day, int count) {
        transaction.executeWithoutResult(_ ->
                journal.write(
                        Entry.of("call-sheet-kept", Actor.SYSTEM)
                                .with("day", day.toString())
                                .with("people", Integer.toString(count))));
    }
}
