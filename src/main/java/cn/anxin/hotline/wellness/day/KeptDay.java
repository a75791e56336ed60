package cn.anxin.hotline.wellness.day;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A day's sum as it was kept; it never changes.
 *
 * @param keptBy who asked for it, as the journal names them; the service itself at the town's hour
 */
public record KeptDay(
        long id,
        LocalDate day,
        Kind kind,
        Instant keptAt,
        String keptBy,
        int roster,
        Totals totals) {

    public enum Kind {
        /** The day's own, at the town's hour; later changes are noted as amendments of it. */
        DAILY,
        /** Somebody asked for it: how things stood at that moment. */
        ON_DEMAND
    }
}
