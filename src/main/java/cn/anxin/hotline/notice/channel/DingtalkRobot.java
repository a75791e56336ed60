package cn.anxin.hotline.notice.channel;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Set;

/** DingTalk's group robot, after its documentation of custom robots and their signature. */
final class DingtalkRobot {
    /** A whole message may have 20,000 bytes. */
    private static final int LONGEST = 18_000;

    private static final Errcodes ERRCODES =
            new Errcodes(
                    Set.of(130101, 410100),
                    Set.of(300001, 310000, 400013, 400101, 400102),
                    Set.of(40035, 400105, 430101, 430102, 430103, 430104));

    private DingtalkRobot() {}

    static Channel of(DingtalkSettings settings, Http http, Clock clock) {
        return new Robot(
                settings.terms(),
                http,
                () -> signed(settings, clock.millis()),
                settings.detail(),
                LONGEST,
                ERRCODES);
    }

    /**
     * @param at milliseconds since 1970; taken for an hour
     */
    static URI signed(DingtalkSettings settings, long at) {
        var address = settings.to().url();
        if (settings.secret().isEmpty()) {
            return URI.create(address);
        }
        var key = settings.secret().getBytes(StandardCharsets.UTF_8);
        var signature =
                Base64.getEncoder()
                        .encodeToString(HmacSha256.of(key, at + "\n" + settings.secret()));
        return URI.create(
                address
                        + (address.contains("?") ? "&" : "?")
                        + "timestamp="
                        + at
                        + "&sign="
                        + URLEncoder.encode(signature, StandardCharsets.UTF_8));
    }
}
