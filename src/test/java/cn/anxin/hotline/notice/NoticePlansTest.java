package cn.anxin.hotline.notice;

import static cn.anxin.hotline.notice.CrookedServer.answer;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.testing.TestDatabase;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every query finds what it needs by an index, among a hundred thousand notices of which a tenth
 * wait: PostgreSQL counts its own sequential scans.
 */
class NoticePlansTest {
    private static final int NOTICES = 100_000;
    private static final int FEW = 1000;
    private static final String SECRET = "secretForTests0123456789";

    private static final TestDatabase database = TestDatabase.fresh();
    private static final CrookedServer server = CrookedServer.that(answer(200, ""));
    private static final NoticeProcess process =
            NoticeProcess.start(
                    database,
                    NoticeStory.sms(
                            server,
                            "sms[0].report.secret=" + SECRET,
                            "sms[0].report.id-at=/id",
                            "sms[0].report.status-at=/status",
                            "sms[0].report.delivered=DELIVRD"));

    @BeforeAll
    static void aLongYear() {
        var jdbc = database.jdbc();
        jdbc.sql(
                        """
                        insert into notice (channel, happening, kind, urgency, title, words, state,
                            next_action_at, stale_at, posted_at, sent_at, ended_at, receipt)
                        select case when n % 2 = 0 then 'sms' else 'other' end, 'happening-' || n,
                            'kind', (array['ROUTINE', 'URGENT', 'EMERGENCY'])[n % 3 + 1], '标题',
                            '\\x00',
                            case when n % 10 = 0 then 'PENDING' else 'SENT' end,
                            case when n % 10 = 0
                                then now() + make_interval(secs => n % 2000 - 1000) end,
                            now() + make_interval(secs => n % 5000 + 100),
                            now() - make_interval(secs => n),
                            case when n % 10 > 0 then now() end,
                            case when n % 10 > 0 then now() - make_interval(secs => n) end,
                            case when n % 10 > 0 then 'receipt-' || n end
                        from generate_series(1, :notices) n
                        """)
                .param("notices", NOTICES)
                .update();
        jdbc.sql("vacuum analyze notice").update();
    }

    @AfterAll
    static void stop() {
        process.close();
        server.close();
        database.close();
    }

    /** In one transaction, so that one connection does it and its own counters tell. */
    private static void findsByIndex(Runnable query) {
        process.get(TransactionTemplate.class)
                .executeWithoutResult(transaction -> {
                    var scans = sequentialScans();
                    var rows = rowsFetched();
                    query.run();
                    assertThat(sequentialScans()).isEqualTo(scans);
                    assertThat(rowsFetched() - rows).isLessThan(FEW);
                    transaction.setRollbackOnly();
                });
    }

    private static long sequentialScans() {
        return counted("select pg_stat_get_xact_numscans('notice'::regclass)");
    }

    /** By its indexes, whether the rows were wanted then or not. */
    private static long rowsFetched() {
        return counted(
                """
                select sum(pg_stat_get_xact_tuples_fetched(indexrelid)) from pg_index
                where indrelid = 'notice'::regclass
                """);
    }

    private static long counted(String query) {
        return process.get(JdbcClient.class).sql(query).query(Long.class).single();
    }

    @Test
    void whatThisLooksForWouldBeSeen() {
        process.get(TransactionTemplate.class)
                .executeWithoutResult(_ -> {
                    var jdbc = process.get(JdbcClient.class);
                    var scans = sequentialScans();
                    jdbc.sql("select count(*) from notice where title = '没有'")
                            .query(Long.class)
                            .single();
                    assertThat(sequentialScans()).isGreaterThan(scans);

                    jdbc.sql("set local enable_seqscan = off").update();
                    var rows = rowsFetched();
                    jdbc.sql(
                                    """
                                    select id from notice where title = '没有' and id > 0
                                    order by id limit 1
                                    """)
                            .query(Long.class)
                            .list();
                    assertThat(rowsFetched() - rows).isGreaterThan(FEW);
                });
    }

    @Test
    void ofTheClaim() {
        findsByIndex(() ->
                assertThat(process.get(Outbox.class).claim("sms", 50, Duration.ofMinutes(1)))
                        .hasSize(50));
    }

    @Test
    void ofTheChannelsOldest() {
        findsByIndex(() -> process.get(ChannelList.class).channels());
    }

    @Test
    void ofTheExpiry() {
        findsByIndex(() -> process.get(Expiry.class).sweep(50));
    }

    @Test
    void ofAReport() {
        findsByIndex(() ->
                process.get(DeliveryReports.class)
                        .read("sms", SECRET, "{\"id\": \"receipt-4\", \"status\": \"DELIVRD\"}"));
    }

    @Test
    void ofTheLists() {
        var list = process.get(NoticeList.class);

        findsByIndex(() -> list.page(Set.of(), Long.MAX_VALUE, 100));
        findsByIndex(() -> list.page(Set.of(NoticeState.FAILED), Long.MAX_VALUE, 100));
        findsByIndex(
                () -> list.page(Set.of(NoticeState.SENT, NoticeState.STALE), Long.MAX_VALUE, 100));
        findsByIndex(() -> list.ofIncident(1, Set.of(), Long.MAX_VALUE, 100));
    }

    @Test
    void ofAPost() {
        findsByIndex(() ->
                process.get(Notices.class)
                        .post(NoticeProcess.volunteer(), NoticeProcess.notice("incident-1")));
    }
}
