package cn.anxin.hotline.live;

import static cn.anxin.hotline.live.LiveProcess.talking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxin.hotline.call.PhoneNumber;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A Redis that takes every connection and never says a word. Waiting for it would be for ever. */
@Timeout(30)
class StalledRedisTest {
    private static final PhoneNumber CALLER = new PhoneNumber("+8613800000001");

    private final List<Socket> accepted = new CopyOnWriteArrayList<>();
    private ServerSocket stalled;
    private LiveProcess service;

    @BeforeEach
    void stall() throws IOException {
        stalled = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::acceptAndSayNothing);
        service = new LiveProcess("redis://127.0.0.1:" + stalled.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        service.close();
        stalled.close();
        for (var socket : accepted) {
            socket.close();
        }
    }

    @Test
    void nobodyWaitsForItAndItIsLeftAloneAfterwards() {
        service.board.put(talking("chk-1"));
        for (int i = 0; i < 1_000; i++) {
            assertThat(service.callsOnBoard()).containsExactly("chk-1");
            assertThat(service.cache.get(CALLER)).isEmpty();
            service.cache.put(CALLER, "7", Duration.ofMinutes(1));
            service.hints.changed();
        }

        assertThat(service.outages()).isOne();
        assertThat(accepted).hasSizeLessThan(20);
    }

    @Test
    void manyAtOnceWaitNoLongerThanOne() throws InterruptedException {
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try (threads) {
            for (int i = 0; i < 500; i++) {
                threads.submit(() -> service.board.calls());
            }
        }

        assertThat(service.outages()).isOne();
        assertThat(accepted).hasSizeLessThan(20);
    }

    @Test
    void aLongerPatienceIsRefusedForACallerWaitsThatLong() {
        assertThatThrownBy(() -> new RedisSettings("", "x", Duration.ofSeconds(1)))
                .hasMessageContaining("hotline.redis.patience");
    }

    private void acceptAndSayNothing() {
        try {
            while (true) {
                accepted.add(stalled.accept());
            }
        } catch (IOException closed) {
            // the test is over
        }
    }
}
