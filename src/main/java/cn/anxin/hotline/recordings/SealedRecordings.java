package cn.anxin.hotline.recordings;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.seal.FileKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people said to us. Each recording is sealed with a key of its own, which is sealed in the
 * database: whoever has the files alone, or has them from a copy after their day, hears nothing.
 * Whether somebody may listen, and that it is recorded, is the caller's to see to. Any thread.
 */
@Component
public class SealedRecordings {
    /** Twenty times what five minutes take. */
    private static final int LARGEST = 100 << 20;

    private final RecordingTable table;
    private final List<ClearRecordings> clear;
    private final TransactionTemplate transaction;
    private final Path folder;

    SealedRecordings(
            RecordingTable table,
            List<ClearRecordings> clear,
            TransactionTemplate transaction,
            HotlineSettings hotline) {
        this.table = table;
        this.clear = clear;
        this.transaction = transaction;
        this.folder = hotline.home().resolve("recordings").resolve("sealed");
    }

    /**
     * The sound, a whole WAV file.
     *
     * @return empty if there is none, or none any more
     * @throws UncheckedIOException if it cannot be read, or is not what was sealed
     */
    public Optional<byte[]> sound(RecordingId recording) {
        try {
            return clearSound(recording).or(() -> table.find(recording).flatMap(this::opened));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Seals a clear file that is whole, and removes it. Killed meanwhile, it does so again. */
    synchronized void seal(RecordingId recording, Path file) throws IOException {
        var id = table.nextId();
        var key = FileKey.fresh();
        var recordedAt = Files.getLastModifiedTime(file).toInstant();
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var sealed = sealed(id);
        try (var from = Files.newInputStream(file);
                var to = Files.newOutputStream(sealed, StandardOpenOption.CREATE_NEW)) {
            key.seal(from, to, sealed.getFileName().toString());
        }
        try (var written = FileChannel.open(sealed, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        var before = transaction.execute(_ -> table.replace(recording, id, key, recordedAt));
        Files.delete(file);
        if (before != null && before.isPresent()) {
            Files.deleteIfExists(sealed(before.get()));
        }
    }

    synchronized void delete(long id) throws IOException {
        Files.deleteIfExists(sealed(id));
    }

    /** Removes what was sealed by somebody who died before writing its key down. */
    synchronized void removeStrays() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            var ids = files.map(file -> Long.valueOf(file.getFileName().toString())).toList();
            var kept = table.kept(ids);
            for (var id : ids) {
                if (!kept.contains(id)) {
                    delete(id);
                }
            }
        }
    }

    /** Before it is sealed, it is whole where Asterisk left it. */
    private Optional<byte[]> clearSound(RecordingId recording) throws IOException {
        for (var one : clear) {
            if (one.kind() == recording.kind()) {
                try (var file = Files.newInputStream(one.folder().resolve(recording.fileName()))) {
                    return Optional.of(file.readNBytes(LARGEST));
                } catch (NoSuchFileException e) {
                    continue; // sealed by now
                }
            }
        }
        return Optional.empty();
    }

    private Optional<byte[]> opened(RecordingTable.Sealed recording) {
        var file = sealed(recording.id());
        try (var content = Files.newInputStream(file)) {
            var sound = recording.key().open(content, file.getFileName().toString());
            return Optional.of(sound.readNBytes(LARGEST));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path sealed(long id) {
        return folder.resolve(Long.toString(id));
    }
}
