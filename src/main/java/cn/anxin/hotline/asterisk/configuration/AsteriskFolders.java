package cn.anxin.hotline.asterisk.configuration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where one Asterisk keeps what is its own.
 *
 * @param etc its configuration
 * @param lib its database
 * @param data its sounds and documentation, as links
 * @param run its control socket
 */
record AsteriskFolders(Path etc, Path lib, Path data, Path spool, Path run, Path log) {

    /** Linux: the path of a socket has at most 108 bytes, its closing 0 included. */
    private static final int LONGEST_SOCKET = 107;

    static AsteriskFolders of(String name, Path home, Path runs) {
        var own = home.resolve(name);
        var run = runs.resolve(name);
        var socket = run.resolve("asterisk.ctl").toString();
        if (socket.getBytes(StandardCharsets.UTF_8).length > LONGEST_SOCKET) {
            throw new BadSettingException(
                    "HOTLINE_RUN_DIR: set it to a short folder, "
                            + run
                            + " is too long for a socket");
        }
        return new AsteriskFolders(
                own.resolve("etc"),
                own.resolve("lib"),
                own.resolve("data"),
                own.resolve("spool"),
                run,
                home.resolve("log").resolve(name));
    }

    Path configuration() {
        return etc.resolve("asterisk.conf");
    }

    void make(Path sounds, Path documentation) throws IOException {
        for (var folder : List.of(etc, lib, data, spool, run, log)) {
            WholeFile.folder(folder);
        }
        link(data.resolve("sounds"), sounds);
        link(data.resolve("documentation"), documentation);
    }

    private static void link(Path link, Path target) throws IOException {
        if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(target)) {
            return;
        }
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
    }
}
