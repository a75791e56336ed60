package cn.anxin.hotline.asterisk.ami;

import cn.anxin.hotline.asterisk.AsteriskSettings;
import cn.anxin.hotline.asterisk.Endpoint;
import cn.anxin.hotline.asterisk.PortRange;
import cn.anxin.hotline.asterisk.ami.connection.AmiTimings;
import java.time.Duration;

public final class TestSettings {
    public static final AmiTimings TIMINGS =
            new AmiTimings(
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(30),
                    Duration.ofMillis(200),
                    Duration.ofSeconds(1),
                    Duration.ofMillis(500),
                    Duration.ofMillis(50),
                    Duration.ofMillis(200),
                    Duration.ofMillis(700));

    private TestSettings() {}

    public static AsteriskSettings asterisk(int amiPort) {
        return new AsteriskSettings(
                Endpoint.valueOf("127.0.0.1:5060"),
                new Endpoint("127.0.0.1", amiPort),
                Endpoint.valueOf("127.0.0.1:4573"),
                PortRange.valueOf("10000-10999"),
                "events-secret",
                "actions-secret");
    }
}
