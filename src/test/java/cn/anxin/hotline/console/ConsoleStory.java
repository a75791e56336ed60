package cn.anxin.hotline.console;

import cn.anxin.hotline.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.RequestHeadersSpec;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.util.LinkedMultiValueMap;

/** A console that answers on a port of this machine, in front of a real and empty database. */
@SpringBootTest(
        classes = ConsoleHouse.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "hotline.home=target/console",
            "hotline.api.token=" + ConsoleStory.TOKEN,
            "hotline.console.screens=3",
            "hotline.console.heartbeat=200ms",
            "hotline.duty.phones[0].name=值班一号",
            "hotline.duty.phones[0].account=8001",
            "hotline.duty.phones[1].name=值班手机",
            "hotline.duty.phones[1].number=13900000190",
            "hotline.wellness.daily=false"
        })
abstract class ConsoleStory {
    static final String TOKEN = "a-token-for-tests-0123456789";

    private static final TestDatabase database = TestDatabase.fresh();

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    RestTestClient stranger;
    RestTestClient program;
    FakeTown town;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        database.register(properties);
    }

    @BeforeEach
    void meet() {
        var client = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port);
        stranger = client.build();
        program = client.defaultHeader("Authorization", "Bearer " + TOKEN).build();
        town = new FakeTown(jdbc);
    }

    /** Brings a roster in. */
    final ResponseSpec upload(byte[] file, String query, Object... values) {
        return uploading(file, query, values).exchange();
    }

    /** The same before it is sent. */
    final RequestHeadersSpec<?> uploading(byte[] file, String query, Object... values) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add(
                "file",
                new ByteArrayResource(file) {
                    @Override
                    public String getFilename() {
                        return "roster.doc";
                    }
                });
        return program.post()
                .uri("/api/v1/people/import" + query, values)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts);
    }

    @AfterEach
    void emptyTheHouse() {
        jdbc.sql("alter table journal disable trigger journal_only_grows").update();
        jdbc.sql("alter table person_change disable trigger person_change_only_grows").update();
        jdbc.sql(
                        """
                        truncate person, volunteer, committee, journal, call_record, incident,
                            incident_cause, incident_news, escalation_call, wellness_check, attempt, need_case,
                            person_change, pause, round
                            cascade
                        """)
                .update();
        jdbc.sql("alter table journal enable trigger journal_only_grows").update();
        jdbc.sql("alter table person_change enable trigger person_change_only_grows").update();
    }
}
