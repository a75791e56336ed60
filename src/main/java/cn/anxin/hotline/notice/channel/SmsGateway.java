package cn.anxin.hotline.notice.channel;

import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.notice.Urgency;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** SMS, through whatever gateway the town has a contract with. */
final class SmsGateway implements Channel {
    private final SmsSettings settings;
    private final ChannelTerms terms;
    private final Http http;
    private final NumberPlan plan;
    private final Clock clock;
    private final Template address;
    private final Template body;

    /**
     * @throws IllegalArgumentException if no message could be made by these settings
     */
    SmsGateway(SmsSettings settings, Http http, NumberPlan plan, Clock clock) {
        this.settings = settings;
        this.terms = settings.terms();
        this.http = http;
        this.plan = plan;
        this.clock = clock;
        this.address = settings.addressTemplate();
        this.body = settings.bodyTemplate();
        request(example(clock));
    }

    @Override
    public ChannelTerms terms() {
        return terms;
    }

    @Override
    public Outcome send(Message message) throws IOException, InterruptedException {
        var answer =
                http.exchange(
                        request(message),
                        status -> status / 100 == 2 && settings.answer().inBody());
        return settings.answer().read(answer);
    }

    private HttpRequest request(Message message) {
        var values = values(message);
        var to = URI.create(address.fill(values));
        var request = HttpRequest.newBuilder(to).setHeader("User-Agent", Http.AGENT);
        if (settings.method() == SmsSettings.Method.POST) {
            request.POST(BodyPublishers.ofString(body.fill(values), settings.charset()))
                    .setHeader("Content-Type", settings.contentType());
        }
        settings.headers().forEach(request::setHeader);
        return request.build();
    }

    private Map<String, String> values(Message message) {
        var number = Objects.requireNonNull(message.number(), "an SMS without a number");
        return Map.of(
                "id", message.id().toString(),
                "number", number.dialled(plan),
                "e164", number.e164(),
                "text", message.text(),
                "title", message.title(),
                "timestamp", Long.toString(clock.instant().getEpochSecond()));
    }

    private static Message example(Clock clock) {
        return new Message(
                new UUID(0, 0),
                "example",
                Urgency.ROUTINE,
                "安心热线",
                "安心热线",
                new PhoneNumber("+8613800000000"),
                null,
                null,
                null,
                clock.instant());
    }
}
