package cn.anxin.hotline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A server process as its pid file tells of it. Believed only if the process works in the server's
 * own directory: after a crash or a reboot the number may be anybody's.
 */
record Daemon(Path pidFile, Path directory) {

    Optional<ProcessHandle> process() {
        return pid().filter(this::worksInDirectory).flatMap(ProcessHandle::of);
    }

    private Optional<Long> pid() {
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst().map(String::strip).map(Long::parseLong);
        } catch (IOException | NumberFormatException e) {
            // Absent, or just being written: nobody whom we could name.
            return Optional.empty();
        }
    }

    private boolean worksInDirectory(long pid) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(pid), "cwd"), directory);
        } catch (IOException e) {
            // No such process, or another user's.
            return false;
        }
    }
}
