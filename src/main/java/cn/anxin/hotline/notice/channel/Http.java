package cn.anxin.hotline.notice.channel;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.IntPredicate;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests over verified connections, follows nobody elsewhere, and reads no more of an
 * answer than can matter. Any thread; an interrupt ends a request at once.
 */
final class Http implements AutoCloseable {
    static final String AGENT = "anxin-hotline";

    /** Robots and gateways answer in some hundred bytes. */
    private static final int LONGEST_ANSWER = 64 * 1024;

    /** A handshake across the country takes well under one. */
    private static final Duration CONNECTING = Duration.ofSeconds(5);

    private final HttpClient client;
    private final RetryAfter retryAfter;

    /**
     * @param trust null: whom Java trusts
     */
    Http(@Nullable SSLContext trust, RetryAfter retryAfter) {
        var building =
                HttpClient.newBuilder()
                        // asked to speak HTTP/2 in clear, some gateways answer nothing at all
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(CONNECTING)
                        .executor(task -> Thread.ofVirtual().name("notice-http").start(task));
        this.client = (trust == null ? building : building.sslContext(trust)).build();
        this.retryAfter = retryAfter;
    }

    /**
     * @param bodyMatters for which status; any other answer is known by its head
     */
    HttpAnswer exchange(HttpRequest request, IntPredicate bodyMatters)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                client.send(
                        request,
                        head ->
                                new FirstBytes(
                                        bodyMatters.test(head.statusCode()) ? LONGEST_ANSWER : 0));
        return new HttpAnswer(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("Retry-After").flatMap(retryAfter::of).orElse(null));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
