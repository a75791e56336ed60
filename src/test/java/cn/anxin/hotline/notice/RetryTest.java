package cn.anxin.hotline.notice;

import static cn.anxin.hotline.notice.CrookedServer.answer;
import static cn.anxin.hotline.notice.NoticeProcess.notice;
import static cn.anxin.hotline.notice.NoticeProcess.volunteer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A message that did not get through is tried until it does, or nobody needs it any more. */
class RetryTest extends NoticeStory {
    private static final Pattern ID = Pattern.compile("\"id\": \"([^\"]+)\"");

    private final CrookedServer server = CrookedServer.that(answer(500, ""));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void itIsTriedAgainUnderTheSameIdUntilItIsTaken() throws InterruptedException {
        try (var process = NoticeProcess.start(database, sms(server))) {
            process.post(volunteer(), notice("incident-1"));
            for (int attempt = 0; attempt < 20; attempt++) {
                process.turn();
                timePasses();
            }
            server.now(answer(200, ""));
            process.turn();

            assertThat(only().state()).isEqualTo("SENT");
            assertThat(only().attempts()).isEqualTo(21);
            assertThat(ids()).hasSize(21).containsOnly(ids().getFirst());
            assertThat(journal()).containsExactly("notice-sent");
        }
    }

    @Test
    void itIsNotTriedBeforeItsPauseIsOver() throws InterruptedException {
        try (var process = NoticeProcess.start(database, sms(server, "first-pause=1m"))) {
            process.post(volunteer(), notice("incident-1"));
            process.turn();
            process.turn();

            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void whatNobodyNeedsAnyMoreIsNotSent() throws InterruptedException {
        try (var process = NoticeProcess.start(database, sms(server))) {
            process.post(volunteer(), notice("incident-1"));
            process.turn();
            timePasses();
            allGoStale();
            server.now(answer(200, ""));
            process.turn();

            assertThat(only()).isEqualTo(new Row("STALE", 1, "SERVER_ERROR", null));
            assertThat(server.requests()).hasSize(1);
            assertThat(journal()).containsExactly("notice-stale");
        }
    }

    @Test
    void whatIsRefusedForGoodIsNotTriedAgain() throws InterruptedException {
        server.now(answer(400, ""));
        try (var process = NoticeProcess.start(database, sms(server))) {
            process.post(volunteer(), notice("incident-1"));
            process.turn();
            process.turn();

            assertThat(only()).isEqualTo(new Row("FAILED", 1, "REFUSED", null));
            assertThat(server.requests()).hasSize(1);
            assertThat(journal()).containsExactly("notice-failed");
        }
    }

    @Test
    void theMostUrgentGoesFirst() throws InterruptedException {
        server.now(answer(200, ""));
        try (var process = NoticeProcess.start(database, sms(server, "sms[0].limits.at-once=1"))) {
            for (var urgency : List.of(Urgency.ROUTINE, Urgency.EMERGENCY, Urgency.URGENT)) {
                var like = notice("incident-" + urgency);
                process.post(
                        volunteer(),
                        new Notice(
                                like.kind(),
                                urgency,
                                like.title(),
                                urgency.name(),
                                like.staleAfter(),
                                like.happening()));
            }
            process.turnUntilEmpty();

            assertThat(server.requests())
                    .extracting(CrookedServer.Request::body)
                    .satisfiesExactly(
                            first -> assertThat(first).contains("EMERGENCY"),
                            second -> assertThat(second).contains("URGENT"),
                            third -> assertThat(third).contains("ROUTINE"));
        }
    }

    @Test
    void noMoreThanAllowedLeaveInAMinute() throws InterruptedException {
        server.now(answer(200, ""));
        try (var process =
                NoticeProcess.start(
                        database,
                        sms(server, "sms[0].limits.per-minute=20", "sms[0].limits.at-once=50"))) {
            for (int i = 0; i < 30; i++) {
                process.post(volunteer(), notice("incident-" + i));
            }
            process.turnUntilEmpty();

            assertThat(server.requests()).hasSizeLessThanOrEqualTo(20).isNotEmpty();
        }
    }

    @Test
    void aValueThatSomebodyChangedInTheDatabaseIsSentToNobody() throws InterruptedException {
        server.now(answer(200, ""));
        try (var process = NoticeProcess.start(database, sms(server))) {
            process.post(volunteer(), notice("incident-1"));
            process.post(volunteer(), notice("incident-2"));
            jdbc.sql(
                            """
                            update notice set words = (select words from notice
                                where happening = 'incident-2')
                            where happening = 'incident-1'
                            """)
                    .update();
            process.turn();

            assertThat(states()).containsExactlyInAnyOrder("FAILED", "SENT");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void whatEndedLongAgoIsRemoved() throws InterruptedException {
        server.now(answer(200, ""));
        try (var process = NoticeProcess.start(database, sms(server))) {
            process.post(volunteer(), notice("incident-1"));
            process.post(volunteer(), notice("incident-2"));
            process.turn();
            jdbc.sql(
                            """
                            update notice set ended_at = ended_at - interval '91 days'
                            where happening = 'incident-1'
                            """)
                    .update();
            process.turn();

            assertThat(jdbc.sql("select happening from notice").query(String.class).list())
                    .containsExactly("incident-2");
        }
    }

    private List<String> ids() {
        return server.requests().stream()
                .map(request -> ID.matcher(request.body()).results().findFirst().orElseThrow())
                .map(found -> found.group(1))
                .toList();
    }
}
