package cn.anxin.hotline.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A screen's end of the stream of events. */
final class EventReader implements AutoCloseable {
    /** Nothing at all for this long is a failure; beats come far oftener. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String EVENT = "event:";

    private final Socket socket;
    private final BufferedReader lines;

    EventReader(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        RawRequest.send(socket, "/page/events", "Host: localhost", "Connection: close");
        lines =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    @Nullable String nextEvent() throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(EVENT)) {
                return line.substring(EVENT.length()).strip();
            }
        }
        return null;
    }

    void awaitEvent(String name) throws IOException {
        for (var event = nextEvent(); !name.equals(event); event = nextEvent()) {
            if (event == null) {
                throw new AssertionError("the stream ended before " + name);
            }
        }
    }

    void awaitEnd() throws IOException {
        while (nextEvent() != null) {
            continue;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
