package cn.anxin.hotline.testing;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A town where it is about noon, whenever the tests run: no hour near now is of another day. */
public final class Noon {

    private Noon() {}

    public static ZoneId zone() {
        var east = 12 - OffsetDateTime.now(ZoneOffset.UTC).getHour();
        // these names count westward
        return ZoneId.of(east == 0 ? "Etc/GMT" : "Etc/GMT%+d".formatted(-east));
    }
}
