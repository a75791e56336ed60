package cn.anxin.hotline.asterisk.agi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One call of an Asterisk that speaks AGI from its side, command by command. */
final class FakeAsterisk implements AutoCloseable {
    static final String CALL = "1700000000.7";

    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket = new Socket();
    private final List<String> settings = new ArrayList<>();
    private String executed = "200 result=0\n";

    /** Connects and says nothing yet. */
    FakeAsterisk(SocketAddress server) {
        try {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            socket.connect(server, PATIENCE_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A call that comes in. */
    static FakeAsterisk call(SocketAddress server) {
        var asterisk = new FakeAsterisk(server);
        asterisk.send(header("inbound", CALL, "13800138000"));
        return asterisk;
    }

    static String header(String script, String uniqueId, String caller) {
        return """
        agi_network: yes
        agi_network_script: %s
        agi_request: agi://127.0.0.1/%s
        agi_channel: PJSIP/trunk-00000001
        agi_language: zh
        agi_type: PJSIP
        agi_uniqueid: %s
        agi_version: 22.10.1
        agi_callerid: %s
        agi_calleridname: unknown
        agi_extension: s
        agi_enhanced: 0.0
        agi_accountcode:\u0020
        agi_threadid: 140

        """
                .formatted(script, script, uniqueId, caller);
    }

    void send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The next command that is not a mere setting; settings on the way are carried out and kept.
     */
    String command() {
        var line = line();
        while (line.startsWith("SET VARIABLE ") || line.startsWith("EXEC \"MSet\"")) {
            settings.add(line);
            send(line.startsWith("EXEC") ? executed : "200 result=1\n");
            line = line();
        }
        return line;
    }

    /** Carries out settings until the service closes, which it must without another command. */
    void awaitClose() {
        assertThat(command()).as("the end of the connection").isEqualTo("(closed)");
    }

    /** As if the application were not loaded. */
    void refuseToExecute() {
        executed = "200 result=-2\n";
    }

    /** Carries out the settings with which every script begins: the lease, and speech. */
    void settle() {
        for (var i = 0; i < 2; i++) {
            settings.add(line());
            send("200 result=1\n");
        }
    }

    /** All settings so far, but for the lease's. */
    List<String> settings() {
        return settings.stream().filter(line -> !line.contains("TIMEOUT(absolute)")).toList();
    }

    /** What the lease was set to, in order. */
    List<String> leases() {
        return settings.stream()
                .filter(line -> line.contains("TIMEOUT(absolute)"))
                .map(line -> line.replaceAll(".*\"([0-9.]+)\"$", "$1"))
                .toList();
    }

    void hangUp() {
        send("HANGUP\n");
        close();
    }

    /** As when Asterisk is killed: no word, a reset. */
    void die() {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        close();
    }

    /** Speaks no more but goes on listening. */
    void closeHalf() {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line() {
        var line = new StringBuilder();
        try {
            InputStream in = socket.getInputStream();
            for (var next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    return "(closed)";
                }
                line.append((char) next);
            }
            assertThat(in.available()).as("bytes of a second command").isZero();
        } catch (IOException e) {
            if (e instanceof SocketException) {
                return "(closed)";
            }
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }
}
