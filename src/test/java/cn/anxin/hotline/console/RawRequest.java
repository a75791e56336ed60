package cn.anxin.hotline.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request with headers that no well-behaved client would send. */
final class RawRequest {

    private RawRequest() {}

    static int status(int port, String address, String... headers) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            send(socket, address, headers);
            var reader =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            var line = reader.readLine();
            if (line == null) {
                throw new IOException("no answer");
            }
            return Integer.parseInt(line.split(" ", 3)[1]);
        }
    }

    static void send(Socket socket, String address, String... headers) throws IOException {
        var request =
                "GET " + address + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }
}
