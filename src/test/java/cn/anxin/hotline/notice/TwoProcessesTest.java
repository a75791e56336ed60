package cn.anxin.hotline.notice;

import static cn.anxin.hotline.notice.CrookedServer.answer;
import static cn.anxin.hotline.notice.NoticeProcess.notice;
import static cn.anxin.hotline.notice.NoticeProcess.volunteer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Two processes share an outbox; one of them may be killed or stand still. */
class TwoProcessesTest extends NoticeStory {
    private static final Pattern ID = Pattern.compile("\"id\": \"([^\"]+)\"");
    private static final int MESSAGES = 2000;

    private final CrookedServer server = CrookedServer.that(answer(200, ""));

    @AfterEach
    void stop() {
        server.close();
    }

    private String[] settings() {
        return sms(
                server,
                "sms[0].limits.patience=60s",
                "sms[0].limits.at-once=50",
                "sms[0].limits.per-minute=100000");
    }

    @Test
    void whenBothClaimAtOnceEachMessageIsSentOnce() {
        try (var one = NoticeProcess.start(database, settings());
                var other = NoticeProcess.start(database, settings())) {
            one.get(TransactionTemplate.class)
                    .executeWithoutResult(_ -> {
                        for (int i = 0; i < MESSAGES; i++) {
                            one.get(Notices.class).post(volunteer(), notice("incident-" + i));
                        }
                    });

            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> turnUntilAllIsSent(one)),
                            CompletableFuture.runAsync(() -> turnUntilAllIsSent(other)))
                    .join();

            assertThat(ids()).hasSize(MESSAGES).doesNotHaveDuplicates();
            assertThat(jdbc.sql("select max(attempts) from notice").query(Integer.class).single())
                    .isEqualTo(1);
        }
    }

    private void turnUntilAllIsSent(NoticeProcess process) {
        try {
            while (unsent() > 0) {
                process.get(Sending.class).sweep(100);
                process.awaitIdle();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private int unsent() {
        return jdbc.sql("select count(*) from notice where state <> 'SENT'")
                .query(Integer.class)
                .single();
    }

    @Test
    void whatAKilledProcessHadSentAndNotWrittenDownIsSentAgainUnderTheSameId() throws Exception {
        var other = Other.start(settings());
        server.now((_, _) -> other.kill());
        try (var survivor = NoticeProcess.start(database, settings())) {
            survivor.post(volunteer(), notice("incident-1"));
            other.sweeps();
            await().atMost(Duration.ofSeconds(60)).until(() -> !other.process().isAlive());
            server.now(answer(200, ""));

            survivor.turn();
            assertThat(only().state()).as("as long as it may still be alive").isEqualTo("SENDING");

            timePasses();
            survivor.turn();
            assertThat(only().state()).isEqualTo("SENT");
            assertThat(ids()).hasSize(2).containsOnly(ids().getFirst());
        } finally {
            other.kill();
        }
    }

    @Test
    void aProcessThatStoodStillDoesNotUndoWhatAnotherDid() throws Exception {
        var thawed = new CountDownLatch(1);
        var other = Other.start(settings());
        server.now((request, socket) -> {
            other.signal("STOP");
            thawed.await();
            answer(500, "").serve(request, socket);
        });
        try (var survivor = NoticeProcess.start(database, settings())) {
            survivor.post(volunteer(), notice("incident-1"));
            other.sweeps();
            await().atMost(Duration.ofSeconds(60)).until(() -> ids().size() == 1);
            server.now(answer(200, ""));

            timePasses();
            survivor.turn();
            assertThat(only().state()).isEqualTo("SENT");

            other.signal("CONT");
            thawed.countDown();
            other.says("idle");
            assertThat(only()).isEqualTo(new Row("SENT", 2, null, null));
        } finally {
            thawed.countDown();
            other.kill();
        }
    }

    @Test
    void aProcessThatStoodStillCanStillSayThatItWasSent() throws Exception {
        var thawed = new CountDownLatch(1);
        var other = Other.start(settings());
        server.now((request, socket) -> {
            other.signal("STOP");
            thawed.await();
            answer(200, "").serve(request, socket);
        });
        try (var survivor = NoticeProcess.start(database, settings())) {
            survivor.post(volunteer(), notice("incident-1"));
            other.sweeps();
            await().atMost(Duration.ofSeconds(60)).until(() -> ids().size() == 1);
            server.now(answer(500, ""));

            timePasses();
            survivor.turn();
            assertThat(only().state()).isEqualTo("PENDING");

            other.signal("CONT");
            thawed.countDown();
            other.says("idle");
            assertThat(only().state()).isEqualTo("SENT");
        } finally {
            thawed.countDown();
            other.kill();
        }
    }

    private List<String> ids() {
        return server.requests().stream()
                .map(request -> ID.matcher(request.body()).results().findFirst().orElseThrow())
                .map(found -> found.group(1))
                .toList();
    }

    /** A process of the operating system, which can be killed and held. */
    record Other(Process process) {

        static Other start(String... settings) throws IOException {
            var command =
                    new ArrayList<>(
                            List.of(
                                    Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    Other.class.getName()));
            NoticeProcess.addressOf(database)
                    .forEach((name, value) -> command.add("@" + name + "=" + value));
            command.addAll(List.of(settings));
            var other = new Other(new ProcessBuilder(command).redirectErrorStream(true).start());
            other.says("ready");
            return other;
        }

        void sweeps() throws IOException {
            process.outputWriter().write("sweep\n");
            process.outputWriter().flush();
        }

        void says(String word) throws IOException {
            var said = process.inputReader();
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                if (line.equals(word)) {
                    return;
                }
            }
            throw new AssertionError("it ended before it said " + word);
        }

        void signal(String name) throws IOException, InterruptedException {
            var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
            assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        /** Sweeps once for every line that it hears. */
        public static void main(String[] arguments) throws Exception {
            var address = new HashMap<String, Object>();
            var settings = new ArrayList<String>();
            Consumer<String> read =
                    argument -> {
                        if (argument.startsWith("@")) {
                            var parts = argument.substring(1).split("=", 2);
                            address.put(parts[0], parts[1]);
                        } else {
                            settings.add(argument);
                        }
                    };
            List.of(arguments).forEach(read);
            try (var rooms =
                    NoticeProcess.start(Map.copyOf(address), settings.toArray(String[]::new))) {
                System.out.println("ready");
                var orders = new BufferedReader(new InputStreamReader(System.in));
                for (var line = orders.readLine(); line != null; line = orders.readLine()) {
                    rooms.turn();
                    System.out.println("idle");
                }
            }
        }
    }
}
