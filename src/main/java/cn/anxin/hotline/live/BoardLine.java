package cn.anxin.hotline.live;

import cn.anxin.hotline.call.CallBoard.Entry;
import cn.anxin.hotline.call.CallBoard.Stage;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallPurpose;
import java.time.Instant;
import java.util.Optional;

/**
 * One entry of the board as it stands in Redis: {@code PURPOSE STAGE MILLIS PARTY}. Anybody may
 * have written there, so what cannot be read is no entry.
 */
final class BoardLine {
    private static final int LONGEST_PARTY = 40;

    private BoardLine() {}

    static String of(Entry entry) {
        var party = entry.party();
        return String.join(
                " ",
                entry.purpose().name(),
                entry.stage().name(),
                Long.toString(entry.since().toEpochMilli()),
                party.substring(0, Math.min(party.length(), LONGEST_PARTY)));
    }

    static Optional<Entry> read(String call, String line) {
        var parts = line.split(" ", 4);
        if (parts.length < 4 || parts[3].length() > LONGEST_PARTY) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Entry(
                            new CallId(call),
                            CallPurpose.valueOf(parts[0]),
                            parts[3],
                            Stage.valueOf(parts[1]),
                            Instant.ofEpochMilli(Long.parseLong(parts[2]))));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
