package cn.anxin.hotline.live;

import static cn.anxin.hotline.live.LiveProcess.talking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.anxin.hotline.call.CallBoard.Entry;
import cn.anxin.hotline.call.CallBoard.Stage;
import cn.anxin.hotline.call.CallEnded;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.LiveCalls;
import cn.anxin.hotline.testing.TestRedis;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

class CallBoardTest {
    private final TestRedis redis = TestRedis.start();
    private final LiveProcess service = new LiveProcess(redis.url());
    private final LiveProcess other = new LiveProcess(redis.url());

    @AfterEach
    void close() {
        service.close();
        other.close();
        redis.close();
    }

    @Test
    void showsACallInEveryProcessUntilItEnds() {
        var call = talking("chk-1");
        putForAll(call);

        assertThat(service.board.calls()).containsExactly(call);
        assertThat(other.board.calls()).containsExactly(call);

        var end = new CallEnded(call.call(), CallOutcome.ANSWERED, 16, 200, Instant.now());
        service.board.ended(end);

        assertThat(service.board.calls()).isEmpty();
        await().until(() -> {
            service.board.ended(end);
            return other.board.calls().isEmpty();
        });
    }

    @Test
    void showsTheOldestFirstAndTheLatestStageOfEach() {
        var young = talking("esc-1", Duration.ofSeconds(3));
        var old = talking("1700000000.12", Duration.ofMinutes(3));
        var handedOver =
                new Entry(old.call(), old.purpose(), old.party(), Stage.WITH_DUTY, old.since());
        service.board.put(young);
        service.board.put(old);
        service.board.put(handedOver);

        assertThat(service.board.calls()).containsExactly(handedOver, young);
    }

    @Test
    void outlivesAFlushAndFillsRedisAgain() {
        putForAll(talking("chk-1"));

        flush();

        assertThat(service.callsOnBoard()).containsExactly("chk-1");
        assertThat(other.callsOnBoard()).isEmpty();
        await().until(() -> {
            service.board.resynchronised(live("chk-1"));
            return other.callsOnBoard().contains("chk-1");
        });
    }

    @Test
    void outlivesADeadRedisAndFillsItAgainWhenItIsBack() {
        putForAll(talking("chk-1"));

        redis.stop();
        service.board.put(talking("chk-2"));
        await().until(() -> !service.link.up());

        assertThat(service.callsOnBoard()).containsExactlyInAnyOrder("chk-1", "chk-2");

        redis.startAgain();
        await().atMost(Duration.ofSeconds(40))
                .until(() -> service.callsOnBoard().size() == 2 && service.link.up());
        await().atMost(Duration.ofSeconds(40))
                .until(() -> other.callsOnBoard().containsAll(Set.of("chk-1", "chk-2")));
    }

    @Test
    void takesOffWhatADeadPredecessorLeft() {
        try (var predecessor = new LiveProcess(redis.url())) {
            await().until(() -> {
                predecessor.board.put(talking("chk-gone", Duration.ofMinutes(1)));
                predecessor.board.put(talking("chk-lives", Duration.ofMinutes(1)));
                return service.callsOnBoard().size() == 2;
            });
        }

        await().until(() -> {
            service.board.resynchronised(live("chk-lives"));
            return service.callsOnBoard().equals(List.of("chk-lives"));
        });
    }

    @Test
    void neverShowsACallAgainThatEndedWhileRedisDidNotListen() {
        putForAll(talking("chk-1"));
        for (int i = 0; i < 2_000; i++) {
            service.board.put(talking("chk-many"));
        }

        service.board.remove(new CallId("chk-1"));

        assertThat(service.callsOnBoard()).containsExactly("chk-many");
    }

    @Test
    void keepsACallTooYoungForAsteriskToHaveToldOfIt() {
        service.board.put(talking("chk-young"));

        service.board.resynchronised(live());

        assertThat(service.callsOnBoard()).containsExactly("chk-young");
    }

    @Test
    void readsNothingIntoWhatSomebodyElseWroteThere() {
        try (var stranger = RedisClient.create(redis.url())) {
            stranger.hset("anxin-hotline:calls", "chk-1", "<script>alert(1)</script>");
            stranger.hset("anxin-hotline:calls", "not a call id", "CHECK TALKING 0 x");
            stranger.hset("anxin-hotline:calls", "chk-2", "CHECK TALKING x ******01");
            stranger.hset("anxin-hotline:calls", "chk-3", "CHECK TALKING 0 " + "x".repeat(10_000));
        }

        await().until(() -> service.link.ask(UnifiedJedis::ping).isPresent());
        assertThat(service.board.calls()).isEmpty();
    }

    @Test
    void worksInThisProcessAloneWhereNoRedisIsNamed() {
        try (var alone = new LiveProcess("")) {
            alone.board.put(talking("chk-1"));
            alone.board.resynchronised(live("chk-1"));

            assertThat(alone.callsOnBoard()).containsExactly("chk-1");
            assertThat(alone.health.health().getDetails()).containsEntry("redis", "none");
        }
    }

    @Test
    void saysDegradedButStaysUpWhileRedisIsAway() {
        await().untilAsserted(() ->
                assertThat(service.health.health().getDetails()).containsEntry("redis", "up"));

        redis.stop();

        assertThat(service.health.health().getStatus().getCode()).isEqualTo("UP");
        assertThat(service.health.health().getDetails()).containsEntry("redis", "degraded");
    }

    /** What Redis does not take in time is not written; then it is put once more. */
    private void putForAll(Entry call) {
        await().until(() -> {
            service.board.put(call);
            return other.board.calls().contains(call);
        });
    }

    private void flush() {
        try (var stranger = RedisClient.create(redis.url())) {
            stranger.flushAll();
        }
    }

    private static LiveCalls live(String... calls) {
        return new LiveCalls(
                Arrays.stream(calls).map(CallId::new).collect(Collectors.toSet()), Instant.now());
    }
}
