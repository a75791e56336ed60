package cn.anxin.hotline.notice;

import cn.anxin.hotline.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every story begins with an empty outbox. */
abstract class NoticeStory {
    static final TestDatabase database = TestDatabase.fresh();

    final JdbcClient jdbc = database.jdbc();

    @BeforeEach
    void emptyTheHouse() {
        jdbc.sql("alter table journal disable trigger journal_only_grows").update();
        jdbc.sql("truncate notice, notice_channel, journal").update();
        jdbc.sql("alter table journal enable trigger journal_only_grows").update();
    }

    record Row(String state, int attempts, @Nullable String fault, @Nullable String receipt) {}

    Row only() {
        return jdbc.sql("select state, attempts, fault, receipt from notice")
                .query(Row.class)
                .single();
    }

    List<String> states() {
        return jdbc.sql("select state from notice order by id").query(String.class).list();
    }

    List<String> journal() {
        return jdbc.sql("select kind from journal order by id").query(String.class).list();
    }

    /** As if the pause until the next attempt, or the time that an attempt may take, were over. */
    void timePasses() {
        jdbc.sql(
                        """
                        update notice set next_action_at = clock_timestamp() - interval '1 second'
                        where next_action_at is not null
                        """)
                .update();
        jdbc.sql("update notice_channel set rests_until = null").update();
    }

    /** As if nobody needed any of it any more. */
    void allGoStale() {
        jdbc.sql("update notice set stale_at = clock_timestamp() - interval '1 second'").update();
    }

    /** A gateway that is asked by status alone. */
    static String[] sms(CrookedServer server, String... more) {
        var settings =
                List.of(
                        "sms[0].name=sms",
                        "sms[0].to.url=" + server.url() + "/send",
                        "sms[0].to.unencrypted=true",
                        "sms[0].body={\"id\": \"{{id}}\", \"to\": \"{{number}}\", \"text\": \"{{text}}\"}",
                        "sms[0].limits.patience=30s",
                        "first-pause=10ms");
        return both(settings, more);
    }

    static String[] both(List<String> some, String... more) {
        var all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
