package cn.anxin.hotline.wellness.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.people.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChancesTest {

    /** Windows, and as instants what they are. */
    @ParameterizedTest
    @CsvSource({
        // an ordinary day
        "Asia/Shanghai,    2026-11-22, 09:00-11:00,             2026-11-22T01:00Z/03:00Z",
        "Asia/Shanghai,    2026-11-22, 00:00-00:30,             2026-11-21T16:00Z/16:30Z",
        "Asia/Shanghai,    2026-11-22, 16:00-18:00 09:00-11:00, 2026-11-22T01:00Z/03:00Z 2026-11-22T08:00Z/10:00Z",
        "Asia/Shanghai,    2026-11-22, 09:00-11:00 10:30-12:00, 2026-11-22T01:00Z/04:00Z",
        "Asia/Shanghai,    2026-11-22, 09:00-11:00 11:00-12:00, 2026-11-22T01:00Z/04:00Z",
        "Asia/Shanghai,    2026-11-22, 09:00-12:00 10:00-11:00, 2026-11-22T01:00Z/04:00Z",
        // 02:00 to 03:00 does not exist: Berlin, 29 March 2026
        "Europe/Berlin,    2026-03-29, 09:00-11:00,             2026-03-29T07:00Z/09:00Z",
        "Europe/Berlin,    2026-03-29, 02:30-02:45,             2026-03-29T01:30Z/01:45Z",
        "Europe/Berlin,    2026-03-29, 02:00-03:00,             2026-03-29T01:00Z/02:00Z",
        "Europe/Berlin,    2026-03-29, 02:30-04:00,             2026-03-29T01:30Z/03:00Z",
        "Europe/Berlin,    2026-03-29, 01:30-02:30,             2026-03-29T00:30Z/01:30Z",
        "Europe/Berlin,    2026-03-29, 01:30-03:30,             2026-03-29T00:30Z/01:30Z",
        // 02:00 to 03:00 exists twice: Berlin, 25 October 2026
        "Europe/Berlin,    2026-10-25, 02:30-02:45,             2026-10-25T00:30Z/01:45Z",
        "Europe/Berlin,    2026-10-25, 01:30-02:30,             2026-10-24T23:30Z/01:30Z",
        "Europe/Berlin,    2026-10-25, 02:30-03:30,             2026-10-25T00:30Z/02:30Z",
        // midnight does not exist: Cairo, 24 April 2026
        "Africa/Cairo,     2026-04-24, 00:00-00:30,             2026-04-23T22:00Z/22:30Z",
        // clocks change by half an hour: Lord Howe, 4 October 2026
        "Australia/Lord_Howe, 2026-10-04, 02:15-02:20,          2026-10-03T15:45Z/15:50Z",
    })
    void areTheWindowsAsInstants(ZoneId zone, LocalDate day, String windows, String expected) {
        assertThat(written(chances(zone, day, windows))).isEqualTo(expected);
    }

    /** A whole year of every zone that changes its clocks by an hour or so: none is empty. */
    @Test
    void areNeverLostWhenClocksChange() {
        for (var id : List.of("Europe/Berlin", "America/New_York", "Africa/Cairo", "Asia/Beirut")) {
            var zone = ZoneId.of(id);
            for (var day = LocalDate.of(2026, 1, 1); day.getYear() == 2026; day = day.plusDays(1)) {
                for (int hour = 0; hour < 23; hour++) {
                    var window = "%02d:10-%02d:50".formatted(hour, hour);
                    var period = chances(zone, day, window).periods().getFirst();
                    assertThat(period.closes())
                            .as("%s %s %s", id, day, window)
                            .isAfterOrEqualTo(period.opens().plusSeconds(40 * 60));
                    assertThat(LocalDate.ofInstant(period.opens(), zone)).isEqualTo(day);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T00:00:00Z, 2",
        "2026-11-22T01:30:00Z, 2",
        "2026-11-22T03:00:00Z, 1",
        "2026-11-22T09:59:59Z, 1",
        "2026-11-22T10:00:00Z, 0"
    })
    void areLeftUntilTheyClose(Instant now, int left) {
        var chances =
                chances(
                        ZoneId.of("Asia/Shanghai"),
                        LocalDate.of(2026, 11, 22),
                        "09:00-11:00 16:00-18:00");
        assertThat(chances.leftAt(now)).hasSize(left);
    }

    private static Chances chances(ZoneId zone, LocalDate day, String windows) {
        return Chances.of(Arrays.stream(windows.split(" ")).map(Window::of).toList(), day, zone);
    }

    /** Opening in full, closing by its time alone. */
    private static String written(Chances chances) {
        return chances.periods().stream()
                .map(period ->
                        period.opens().toString().replace(":00Z", "Z")
                                + "/"
                                + period.closes().toString().substring(11).replace(":00Z", "Z"))
                .collect(Collectors.joining(" "));
    }
}
