package cn.anxin.hotline.asterisk.ami;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Speaks AMI on a real socket, as Asterisk does on its good and on its bad days. */
final class FakeAsterisk implements AutoCloseable {
    private final ServerSocket server;
    private final List<Session> sessions = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Map<String, String>> originates = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> hangups = new LinkedBlockingQueue<>();
    private final List<String> channels = new CopyOnWriteArrayList<>();
    private final AtomicInteger logins = new AtomicInteger();
    private volatile String originateAnswer = "Success";
    private volatile boolean stalled;
    private volatile boolean wrongPassword;
    private volatile int missingFromLists;

    FakeAsterisk() {
        this(0);
    }

    /**
     * @param port 0 for any
     */
    FakeAsterisk(int port) {
        try {
            server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("fake-asterisk").start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** How many logins it let in since it began. */
    int logins() {
        return logins.get();
    }

    BlockingQueue<Map<String, String>> originates() {
        return originates;
    }

    BlockingQueue<String> hangups() {
        return hangups;
    }

    /**
     * @param answer {@code Success}, {@code Error}, or {@code none}
     */
    void answersOriginates(String answer) {
        originateAnswer = answer;
    }

    /** Takes connections and reads, but says nothing any more: as if stopped by a signal. */
    void stall(boolean on) {
        stalled = on;
    }

    void refusesPasswords(boolean on) {
        wrongPassword = on;
    }

    void leavesOutOfLists(int howMany) {
        missingFromLists = howMany;
    }

    /**
     * @param headers the channel's further headers, separated by a blank-less {@code |}
     */
    void hasChannel(String id, String headers) {
        channels.add("Uniqueid: " + id + "|" + headers);
    }

    void hasNoChannels() {
        channels.clear();
    }

    /** To everyone who listens. Headers are separated by {@code |}. */
    void event(String name, String headers) {
        listening().forEach(session -> session.send(block("Event: " + name + "|" + headers)));
    }

    void flood(int howMany) {
        var one = block("Event: QueueCallerLeave|Uniqueid: 1.1");
        var other = block("Event: Newstate|ChannelState: 5|Uniqueid: 1.1");
        listening().forEach(session -> session.send((one + other).repeat(howMany / 2)));
    }

    /** Half an event, then nothing. */
    void dropInTheMiddle() {
        sessions.forEach(session -> session.send("Event: Hangup\r\nUniqueid: chk-1\r\nCau"));
        sessions.forEach(Session::close);
    }

    void reset() {
        sessions.forEach(Session::reset);
    }

    private List<Session> listening() {
        return sessions.stream().filter(session -> session.listens).toList();
    }

    private static String block(String headers) {
        return headers.replace("|", "\r\n") + "\r\n\r\n";
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var session = new Session(server.accept());
                sessions.add(session);
                Thread.ofPlatform().daemon().name("fake-asterisk-session").start(session);
            } catch (IOException e) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        sessions.forEach(Session::close);
    }

    private final class Session implements Runnable {
        private final Socket socket;
        private volatile boolean listens;

        Session(Socket socket) {
            this.socket = socket;
        }

        @Override
        public void run() {
            send("Asterisk Call Manager/11.0.0\r\n");
            try (var in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.UTF_8))) {
                var action = new LinkedHashMap<String, String>();
                for (var line = in.readLine(); line != null; line = in.readLine()) {
                    if (line.isEmpty()) {
                        answer(action);
                        action.clear();
                    } else {
                        var header = line.split(": ", 2);
                        action.put(header[0].toLowerCase(Locale.ROOT), header[1]);
                    }
                }
            } catch (IOException e) {
                // the end of this session, wanted by a test
            } finally {
                sessions.remove(this);
            }
        }

        private void answer(Map<String, String> action) {
            var id = "ActionID: " + action.getOrDefault("actionid", "");
            switch (action.getOrDefault("action", "")) {
                case "Challenge" -> reply("Response: Success|" + id + "|Challenge: 4711");
                case "Login" -> login(action, id);
                case "Ping" -> reply("Response: Success|" + id + "|Ping: Pong");
                case "CoreShowChannels" -> list(id);
                case "Originate" -> {
                    originates.add(Map.copyOf(action));
                    if (!originateAnswer.equals("none")) {
                        reply("Response: " + originateAnswer + "|" + id + "|Message: as you say");
                    }
                }
                case "Hangup" -> {
                    hangups.add(action.get("channel"));
                    reply("Response: Success|" + id);
                }
                default -> reply("Response: Error|" + id + "|Message: Invalid/unknown command");
            }
        }

        private void login(Map<String, String> action, String id) {
            if (wrongPassword) {
                reply("Response: Error|" + id + "|Message: Authentication failed");
                return;
            }
            reply("Response: Success|" + id + "|Message: Authentication accepted");
            listens = "on".equals(action.get("events"));
            logins.incrementAndGet();
        }

        private void list(String id) {
            reply("Response: Success|" + id + "|EventList: start");
            channels.stream()
                    .skip(missingFromLists)
                    .forEach(channel -> reply("Event: CoreShowChannel|" + id + "|" + channel));
            reply(
                    "Event: CoreShowChannelsComplete|"
                            + id
                            + "|EventList: Complete|ListItems: "
                            + channels.size());
        }

        private void reply(String headers) {
            send(block(headers));
        }

        synchronized void send(String text) {
            if (stalled) {
                return;
            }
            try {
                socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                close();
            }
        }

        void reset() {
            try {
                socket.setSoLinger(true, 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            close();
        }

        void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
