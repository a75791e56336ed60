package cn.anxin.hotline.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Changes the file of the keys, for {@code ops/hotline keys}; the service takes it at its next
 * start. What the file was before stays beside it.
 */
public final class ChangeKeys {
    private static final String ADD = "add";
    private static final String DROP_OLD = "drop-old";

    private ChangeKeys() {}

    /**
     * @param arguments {@code add} or {@code drop-old}, and the file
     */
    public static void main(String[] arguments) throws IOException {
        try {
            System.out.println(change(arguments[0], Path.of(arguments[1])));
        } catch (SealFailed e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** What to tell who did it. */
    static String change(String what, Path path) throws IOException {
        var file = new SealKeysFile(path);
        var before = file.read();
        return switch (what) {
            case ADD -> {
                replace(file, before.rotated());
                yield "New keys are in %s: make a new copy of it, and start the service again. It then seals everything anew, and says in its log when 'drop-old' may be done."
                        .formatted(path);
            }
            case DROP_OLD -> {
                if (!before.areSeveral()) {
                    yield "No old keys are in %s.".formatted(path);
                }
                replace(file, before.newestOnly());
                yield "Only the newest keys are in %s. With the old ones, in %s, older copies of the database can be opened."
                        .formatted(path, copyOf(path));
            }
            default -> throw new SealFailed("keys can be added, or old ones dropped");
        };
    }

    private static void replace(SealKeysFile file, SealKeys keys) throws IOException {
        Files.copy(
                file.path(),
                copyOf(file.path()),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        file.write(keys);
    }

    private static Path copyOf(Path path) {
        return path.resolveSibling(path.getFileName() + ".before");
    }
}
