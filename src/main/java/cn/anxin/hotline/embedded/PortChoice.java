package cn.anxin.hotline.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The port that a server of ours keeps from start to start.
 *
 * @param file where the choice is remembered
 * @param first the first that is tried; below the ports which the kernel lends to clients
 */
record PortChoice(Path file, int first) {
    private static final int TRIES = 200;

    /**
     * @param configured 0 if we may choose
     * @param running whether our own server runs, so that its port is the remembered one
     * @throws DatabaseFailed if none is free
     */
    int choose(int configured, boolean running) throws IOException {
        var port =
                configured != 0
                        ? configured
                        : remembered().filter(it -> running || free(it)).orElseGet(this::firstFree);
        Files.createDirectories(file.getParent());
        Files.writeString(file, port + "\n");
        return port;
    }

    private Optional<Integer> remembered() throws IOException {
        return Files.exists(file)
                ? Optional.of(Integer.valueOf(Files.readString(file).strip()))
                : Optional.empty();
    }

    private int firstFree() {
        return IntStream.range(first, first + TRIES)
                .filter(PortChoice::free)
                .findFirst()
                .orElseThrow(() -> new DatabaseFailed("no free port from " + first + " on"));
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
