package cn.anxin.hotline.notice;

import cn.anxin.hotline.notice.channel.SmsReport;
import cn.anxin.hotline.notice.channel.SmsSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What SMS gateways report afterwards of the messages that they took. Any thread. */
@Component
public class DeliveryReports {
    private static final Pattern OURS =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final JdbcClient jdbc;
    private final Fates fates;
    private final List<SmsSettings> gateways;
    private final MeterRegistry meters;

    DeliveryReports(JdbcClient jdbc, Fates fates, NoticeSettings settings, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.fates = fates;
        this.gateways = settings.sms();
        this.meters = meters;
    }

    /** What became of a body of reports. */
    public sealed interface Reading {

        /**
         * All of it is known here; the same again changes nothing.
         *
         * @param answer what the gateway wants to hear
         */
        record Read(String answer) implements Reading {}

        /** No gateway of that name and secret reports here. */
        record NotFromUs() implements Reading {}

        /** Not what the settings say. */
        record Unreadable() implements Reading {}

        /**
         * It tells of a message that we do not know, or do not know to be sent yet: the report may
         * be faster than the answer to the sending. To be reported again.
         */
        record TooEarly() implements Reading {}
    }

    /**
     * @param secret as it stands in the address
     */
    @Transactional
    public Reading read(String channel, String secret, String body) {
        var report = reportOf(channel, secret);
        if (report.isEmpty()) {
            return new Reading.NotFromUs();
        }
        var items = report.get().read(body);
        if (items.isEmpty()) {
            return new Reading.Unreadable();
        }
        var unknown = new ArrayList<SmsReport.Item>();
        for (var item : items.get()) {
            if (!apply(channel, item)) {
                unknown.add(item);
            }
        }
        return unknown.isEmpty() ? new Reading.Read(report.get().answer()) : new Reading.TooEarly();
    }

    private Optional<SmsReport> reportOf(String channel, String secret) {
        return gateways.stream()
                .filter(gateway -> gateway.name().equals(channel))
                .map(SmsSettings::report)
                .filter(report -> !report.secret().isEmpty() && same(report.secret(), secret))
                .findFirst();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private record Reported(long id, NoticeState state) {}

    /** Whether it was of a message that has been sent. */
    private boolean apply(String channel, SmsReport.Item item) {
        var notice = find(channel, item.id());
        if (notice.isEmpty()) {
            return false;
        }
        if (fates.reported(notice.get().id(), item.delivered())) {
            meters.counter(
                            "hotline.notice.fates",
                            "channel",
                            channel,
                            "fate",
                            item.delivered() ? "delivered" : "undelivered")
                    .increment();
        }
        return switch (notice.get().state()) {
            case PENDING, SENDING -> false;
            case SENT, DELIVERED, FAILED, STALE -> true;
        };
    }

    private Optional<Reported> find(String channel, String id) {
        return jdbc.sql(
                        """
                        select id, state from notice where channel = :channel and receipt = :id
                        union
                        select id, state from notice
                        where message_id = cast(:ours as uuid) and channel = :channel
                        limit 1
                        """)
                .param("channel", channel)
                .param("id", id)
                .param("ours", OURS.matcher(id).matches() ? UUID.fromString(id).toString() : null)
                .query(Reported.class)
                .optional();
    }
}
