package cn.anxin.hotline.notice.channel;

import java.util.Set;

/** WeCom's group robot, after Tencent's documentation of it and of WeCom's global error codes. */
final class WecomRobot {
    private static final int LONGEST = 2048;

    private static final Errcodes ERRCODES =
            new Errcodes(Set.of(45009, 45033), Set.of(93000), Set.of(40008, 40058, 44004, 45002));

    private WecomRobot() {}

    static Channel of(WecomSettings settings, Http http) {
        var address = settings.to().uri();
        return new Robot(
                settings.terms(), http, () -> address, settings.detail(), LONGEST, ERRCODES);
    }
}
