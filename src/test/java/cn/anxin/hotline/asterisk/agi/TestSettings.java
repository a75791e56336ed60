package cn.anxin.hotline.asterisk.agi;

import java.time.Duration;

public final class TestSettings {
    private TestSettings() {}

    public static AgiSettings defaults() {
        return scripts(400);
    }

    public static AgiSettings scripts(int most) {
        return new AgiSettings(
                most,
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ofSeconds(8),
                Duration.ofSeconds(15),
                Duration.ofMillis(600),
                Duration.ofSeconds(10));
    }
}
