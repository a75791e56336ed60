package cn.anxin.hotline.journal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.CallEnded;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.LiveCalls;
import cn.anxin.hotline.testing.TestDatabase;
import cn.anxin.hotline.testing.TestSeal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CallLogTest {
    private static final TestDatabase database = TestDatabase.fresh();

    private final JdbcClient jdbc = database.jdbc();
    private final CallLog log = new CallLog(jdbc, TestSeal.SEAL);
    private final CallHistory history = new CallHistory(jdbc, TestSeal.SEAL);

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void empty() {
        jdbc.sql("delete from call_record").update();
    }

    @Test
    void aCallBeginsAndEnds() {
        var call = begin(CallId.next(CallPurpose.CHECK), "+8613800000001");
        log.ended(ended(call, CallOutcome.BUSY, 17, 486));

        var record = history.latest(1).getFirst();

        assertThat(record.purpose()).isEqualTo(CallPurpose.CHECK);
        assertThat(record.party()).isEqualTo("******01");
        assertThat(record.outcome()).isEqualTo(CallOutcome.BUSY);
        assertThat(record.q850Cause()).isEqualTo(17);
        assertThat(record.sipStatus()).isEqualTo(486);
        assertThat(record.endedAt()).isNotNull();
    }

    @Test
    void beginningTwiceIsBeginningOnce() {
        var call = begin(new CallId("1700000000.1"), null);
        begin(call, null);

        assertThat(history.latest(10)).extracting(CallRecord::call).containsExactly(call);
        assertThat(history.latest(10).getFirst().purpose()).isEqualTo(CallPurpose.INBOUND);
    }

    @Test
    void theFirstEndStands() {
        var call = begin(CallId.next(CallPurpose.CHECK), null);
        log.ended(ended(call, CallOutcome.NO_ANSWER, 19, 480));
        log.ended(ended(call, CallOutcome.LINE_FAULT, 0, 0));
        log.resynchronised(nothingLiveAt(Instant.now().plusSeconds(60)));

        var record = history.latest(1).getFirst();
        assertThat(record.outcome()).isEqualTo(CallOutcome.NO_ANSWER);
        assertThat(record.q850Cause()).isEqualTo(19);
    }

    @Test
    void aCallWhoseEndNobodySawIsLost() {
        var seen = begin(CallId.next(CallPurpose.CHECK), null);
        var lost = begin(CallId.next(CallPurpose.ESCALATION), null);
        startedBefore(Duration.ofSeconds(30));
        var justBegun = begin(CallId.next(CallPurpose.CHECK), null);

        var live = new LiveCalls(Set.of(seen), Instant.now());
        log.resynchronised(live);
        log.resynchronised(live);

        assertThat(outcome(seen)).isNull();
        assertThat(outcome(justBegun)).isNull();
        assertThat(outcome(lost)).isEqualTo(CallOutcome.LOST);
    }

    @Test
    void aLateEndReplacesThePresumption() {
        var call = begin(CallId.next(CallPurpose.CHECK), null);
        log.resynchronised(nothingLiveAt(Instant.now().plusSeconds(60)));
        assertThat(outcome(call)).isEqualTo(CallOutcome.LOST);

        log.ended(ended(call, CallOutcome.ANSWERED, 16, 200));

        assertThat(outcome(call)).isEqualTo(CallOutcome.ANSWERED);
    }

    @Test
    void aClockBehindEndsNoCallBeforeItsBeginning() {
        var call = begin(CallId.next(CallPurpose.CHECK), null);
        log.ended(
                new CallEnded(call, CallOutcome.BUSY, 17, 486, Instant.now().minusSeconds(3_600)));

        var record = history.latest(1).getFirst();
        assertThat(record.endedAt()).isEqualTo(record.startedAt());
    }

    @Test
    void anEndWithoutABeginningIsNothing() {
        log.ended(ended(new CallId("unknown"), CallOutcome.BUSY, 17, 486));

        assertThat(history.latest(10)).isEmpty();
    }

    @Test
    void pagesFromTheLatestBackWithoutGapOrRepetition() {
        for (int call = 0; call < 25; call++) {
            begin(new CallId("call-" + call), "值班一号");
        }
        // as many calls begin in one instant
        jdbc.sql("update call_record set started_at = date_trunc('minute', started_at)").update();

        var pages = new ArrayList<List<CallRecord>>();
        var page = history.latest(10);
        while (!page.isEmpty()) {
            pages.add(page);
            page = history.before(page.getLast().position(), 10);
        }

        assertThat(pages).extracting(List::size).containsExactly(10, 10, 5);
        assertThat(pages.stream().flatMap(List::stream).map(CallRecord::call))
                .doesNotHaveDuplicates();
        assertThat(pages.getFirst().getFirst().party()).isEqualTo("值班一号");
    }

    private CallId begin(CallId call, @Nullable String party) {
        database.transactions().executeWithoutResult(status -> log.began(call, null, null, party));
        return call;
    }

    private void startedBefore(Duration age) {
        jdbc.sql("update call_record set started_at = started_at - make_interval(secs => :age)")
                .param("age", age.toSeconds())
                .update();
    }

    private @Nullable CallOutcome outcome(CallId call) {
        return history.latest(100).stream()
                .filter(record -> record.call().equals(call))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    private static CallEnded ended(CallId call, CallOutcome outcome, int cause, int status) {
        return new CallEnded(call, outcome, cause, status, Instant.now());
    }

    private static LiveCalls nothingLiveAt(Instant instant) {
        return new LiveCalls(Set.of(), instant);
    }
}
