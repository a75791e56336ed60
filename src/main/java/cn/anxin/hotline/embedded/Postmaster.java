package cn.anxin.hotline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The running server as its {@code postmaster.pid} tells of it.
 *
 * @see <a href="https://www.postgresql.org/docs/18/storage-file-layout.html">storage layout</a>
 */
record Postmaster(ProcessHandle process, int port, String status) {
    private static final String FILE = "postmaster.pid";
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /** Larger than any pid of Linux, so that no process can have it. */
    private static final String NOBODY = Integer.toString(Integer.MAX_VALUE);

    /** Empty if none runs on these files. */
    static Optional<Postmaster> of(Path cluster) {
        return new Daemon(cluster.resolve(FILE), cluster)
                .process()
                .map(process -> read(process, lines(cluster)));
    }

    private static Postmaster read(ProcessHandle process, List<String> lines) {
        // It writes its first lines at once and the others as it comes up.
        var settled = lines.size() > STATUS_LINE;
        return new Postmaster(
                process,
                settled ? Integer.parseInt(lines.get(PORT_LINE).strip()) : 0,
                settled ? lines.get(STATUS_LINE).strip() : "starting");
    }

    boolean ready() {
        return "ready".equals(status);
    }

    boolean changing() {
        return "starting".equals(status) || "stopping".equals(status);
    }

    /**
     * Lets PostgreSQL start although a dead server's number now belongs to some other process. The
     * file stays, for PostgreSQL looks through it for children that still hold the memory.
     */
    static void disown(Path cluster) throws IOException {
        var file = cluster.resolve(FILE);
        var lines = new ArrayList<>(lines(cluster));
        if (lines.isEmpty() || of(cluster).isPresent()) {
            return;
        }
        lines.set(0, NOBODY);
        var fresh = cluster.resolve(FILE + ".new");
        Files.write(fresh, lines);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> lines(Path cluster) {
        try {
            return Files.readAllLines(cluster.resolve(FILE));
        } catch (IOException e) {
            // None runs, or it has just gone.
            return List.of();
        }
    }
}
