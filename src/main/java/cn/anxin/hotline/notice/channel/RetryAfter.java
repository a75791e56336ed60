package cn.anxin.hotline.notice.channel;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the header of that name (RFC 9110, 10.2.3): seconds, or a date. */
record RetryAfter(Clock clock) {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    /** Empty if it says nothing that can be read, or a time that has passed. */
    Optional<Duration> of(String header) {
        return read(header.strip()).filter(Duration::isPositive);
    }

    private Optional<Duration> read(String header) {
        if (SECONDS.matcher(header).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(header)));
        }
        try {
            var date = DateTimeFormatter.RFC_1123_DATE_TIME.parse(header, Instant::from);
            return Optional.of(Duration.between(clock.instant(), date));
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }
}
