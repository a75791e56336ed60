package cn.anxin.hotline.console;

import cn.anxin.hotline.call.CallBoard;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.escalation.ListedIncident;
import cn.anxin.hotline.wellness.day.DayReport;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the duty screen shows.
 *
 * @param number of the hotline
 * @param town as the database knows it; null if it has not been reached since we started
 * @param townCurrent false: the database is away, and {@code town} is how things stood before
 */
record ScreenState(
        Instant at,
        ZoneId zone,
        String number,
        LineState.Line line,
        List<LiveCall> calls,
        @Nullable Town town,
        boolean townCurrent) {

    record LiveCall(
            String id, CallPurpose purpose, String party, CallBoard.Stage stage, Instant since) {

        static LiveCall of(CallBoard.Entry entry) {
            return new LiveCall(
                    entry.call().value(),
                    entry.purpose(),
                    entry.party(),
                    entry.stage(),
                    entry.since());
        }
    }

    /**
     * @param unsettled how many incidents there are, of which {@code incidents} are the worst
     */
    record Town(
            Instant asOf,
            DayReport.Day day,
            int unsettled,
            List<ListedIncident> incidents,
            DeskWork.Work work,
            List<Happening> happenings) {}

    /**
     * @param word what it came to, in one code word or number
     * @param who did it: masked, or the name of a duty phone; null for the service itself
     * @param whom was rung: masked, or the name of a duty phone
     * @param person whom it is about, masked
     */
    record Happening(
            long id,
            Instant at,
            String kind,
            @Nullable String word,
            @Nullable String who,
            @Nullable String whom,
            @Nullable String person,
            @Nullable Long incidentId,
            @Nullable Long caseId) {}
}
