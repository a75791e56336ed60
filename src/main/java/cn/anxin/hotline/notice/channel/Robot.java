package cn.anxin.hotline.notice.channel;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * A robot in a group chat. Both kinds take the same text message and say no in the same way.
 *
 * @param address made anew for each message, where it is signed
 * @param longest text in bytes of UTF-8; more is cut
 */
record Robot(
        ChannelTerms terms,
        Http http,
        Supplier<URI> address,
        Detail detail,
        int longest,
        Errcodes errcodes)
        implements Channel {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public Outcome send(Message message) throws IOException, InterruptedException {
        var text = Map.of("content", cut(message.told(detail)));
        var body = JSON.writeValueAsBytes(Map.of("msgtype", "text", "text", text));
        var request =
                HttpRequest.newBuilder(address.get())
                        .setHeader("User-Agent", Http.AGENT)
                        .setHeader("Content-Type", "application/json; charset=UTF-8")
                        .POST(BodyPublishers.ofByteArray(body))
                        .build();
        return errcodes.read(http.exchange(request, status -> status / 100 == 2));
    }

    /** Between two characters; the encoder stops where the next one does not fit. */
    private String cut(String text) {
        var fits = ByteBuffer.allocate(longest);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text), fits, true);
        return StandardCharsets.UTF_8.decode(fits.flip()).toString();
    }
}
