package cn.anxin.hotline.notice;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ServerSocketFactory;

/** An HTTP server that does to each request what the test says, down to the socket. */
final class CrookedServer implements AutoCloseable {
    private final ServerSocket listening;
    private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private volatile Manners manners;

    /** What it does once it has read a request; afterwards the connection is closed. */
    interface Manners {
        void serve(Request request, Socket socket) throws IOException, InterruptedException;
    }

    record Request(String method, String path, Map<String, String> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    private CrookedServer(ServerSocketFactory sockets, Manners manners) {
        this.manners = manners;
        try {
            listening = sockets.createServerSocket(0, 500, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("crooked-server").start(this::accept);
    }

    static CrookedServer that(Manners manners) {
        return new CrookedServer(ServerSocketFactory.getDefault(), manners);
    }

    static CrookedServer overTls(ServerSocketFactory sockets, Manners manners) {
        return new CrookedServer(sockets, manners);
    }

    void now(Manners from) {
        manners = from;
    }

    /** What came until now. */
    void forget() {
        requests.clear();
    }

    int port() {
        return listening.getLocalPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    Request only() {
        if (requests.size() != 1) {
            throw new AssertionError(requests.size() + " requests came");
        }
        return requests.element();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var socket = listening.accept();
                open.add(socket);
                Thread.ofVirtual().name("crooked-request").start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var request = read(socket.getInputStream());
            requests.add(request);
            manners.serve(request, socket);
        } catch (IOException _) {
            // whoever called has had enough of it, or did not trust us
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    private static Request read(InputStream from) throws IOException {
        var in = new BufferedInputStream(from);
        var head = line(in).split(" ", 3);
        var headers = new HashMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var colon = line.indexOf(':');
            headers.put(line.substring(0, colon).toLowerCase(), line.substring(colon + 1).strip());
        }
        var length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return new Request(head[0], head[1], headers, body);
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new SocketException("gone");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    static Manners answer(int status, String body, String... headers) {
        return (_, socket) -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            socket.getOutputStream().write(head(status, bytes.length, headers));
            socket.getOutputStream().write(bytes);
        };
    }

    static byte[] head(int status, long length, String... headers) {
        var head =
                new StringBuilder("HTTP/1.1 " + status + " .\r\nConnection: close\r\n")
                        .append("Content-Length: " + length + "\r\n");
        for (var header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
