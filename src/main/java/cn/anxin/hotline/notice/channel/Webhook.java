package cn.anxin.hotline.notice.channel;

import cn.anxin.hotline.notice.Urgency;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A program elsewhere, told by HTTP and sure that it was us who told it. */
final class Webhook implements Channel {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            kept -> kept.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    private final WebhookSettings settings;
    private final ChannelTerms terms;
    private final Http http;
    private final Clock clock;

    Webhook(WebhookSettings settings, Http http, Clock clock) {
        this.settings = settings;
        this.terms = settings.terms();
        this.http = http;
        this.clock = clock;
    }

    private record Event(String type, String timestamp, Data data) {}

    private record Data(
            String id,
            Urgency urgency,
            String title,
            @Nullable Long incidentId,
            @Nullable Long caseId,
            @Nullable Long personId,
            @Nullable String text) {}

    @Override
    public ChannelTerms terms() {
        return terms;
    }

    @Override
    public Outcome send(Message message) throws IOException, InterruptedException {
        var body = JSON.writeValueAsString(event(message));
        var id = message.id().toString();
        var at = clock.instant().getEpochSecond();
        var request =
                HttpRequest.newBuilder(settings.to().uri())
                        .setHeader("User-Agent", Http.AGENT)
                        .setHeader("Content-Type", "application/json")
                        .setHeader("webhook-id", id)
                        .setHeader("webhook-timestamp", Long.toString(at))
                        .setHeader("webhook-signature", signatures(settings.keys(), id, at, body))
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return http.exchange(request, _ -> false)
                .failure()
                .orElseGet(() -> new Outcome.Taken(null));
    }

    private Event event(Message message) {
        var all = settings.detail() == Detail.TEXT;
        return new Event(
                message.kind(),
                message.postedAt().truncatedTo(ChronoUnit.MILLIS).toString(),
                new Data(
                        message.id().toString(),
                        message.urgency(),
                        message.title(),
                        message.incidentId(),
                        message.caseId(),
                        all ? message.personId() : null,
                        all ? message.text() : null));
    }

    static String signatures(List<byte[]> keys, String id, long at, String body) {
        var signed = id + "." + at + "." + body;
        return keys.stream()
                .map(key -> "v1," + Base64.getEncoder().encodeToString(HmacSha256.of(key, signed)))
                .collect(Collectors.joining(" "));
    }
}
