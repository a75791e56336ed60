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
 * @param configured by the town; 0 if we may choose
 * @param first the first that is tried; below the ports which the kernel lends to clients
 * @param file where the choice is remembered
 */
record PortChoice(int configured, int first, Path file) {
    private static final int TRIES = 200;

    /**
     * One that is free now; somebody else may still be faster.
     *
     * @throws DatabaseFailed if there is none
     */
    int choose() throws IOException {
        if (configured != 0 && !free(configured)) {
            throw new DatabaseFailed("port " + configured + " is taken by another program");
        }
        var port =
                configured != 0
                        ? configured
                        : remembered().filter(PortChoice::free).orElseGet(this::firstFree);
        Files.createDirectories(file.getParent());
        Files.writeString(file, port + "\n");
        return port;
    }

    Optional<Integer> remembered() throws IOException {
        return Files.exists(file)
                ? Optional.of(Integer.valueOf(Files.readString(file).strip()))
                : Optional.empty();
    }

    /** Whether a server may go on at the port at which it was found. */
    boolean allows(int port) {
        return configured == 0 || configured == port;
    }

    private int firstFree() {
        return IntStream.range(first, first + TRIES)
                .filter(PortChoice::free)
                .findFirst()
                .orElseThrow(() -> new DatabaseFailed("no free port from " + first + " on"));
    }

    static boolean free(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
