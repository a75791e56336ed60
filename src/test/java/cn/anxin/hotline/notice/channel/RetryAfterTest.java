package cn.anxin.hotline.notice.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private final RetryAfter header =
            new RetryAfter(Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({
        "120, PT2M",
        "' 1 ', PT1S",
        "999999999, PT277777H46M39S",
        "'Sun, 1 Mar 2026 00:00:30 GMT', PT30S",
        "'Sun, 01 Mar 2026 00:00:30 GMT', PT30S"
    })
    void tellsSecondsOrADate(String value, Duration after) {
        assertThat(header.of(value)).contains(after);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-5", "soon", "1.5", "99999999999999999999", "१२"})
    void elseTellsNothing(String value) {
        assertThat(header.of(value)).isEmpty();
    }

    @Test
    void aDateThatHasPassedTellsNothing() {
        assertThat(header.of("Sat, 28 Feb 2026 23:59:59 GMT")).isEmpty();
    }
}
