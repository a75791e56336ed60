package cn.anxin.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.anxin.hotline.call.CallBoard;
import cn.anxin.hotline.call.CallBoard.Entry;
import cn.anxin.hotline.call.CallBoard.Stage;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.testing.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

@SpringBootTest(
        classes = ConsoleHouse.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "hotline.home=target/console",
            "hotline.api.token=" + ConsoleStory.TOKEN,
            "hotline.duty.phones[0].name=值班一号",
            "hotline.duty.phones[0].account=8001",
            "hotline.wellness.daily=false",
            "spring.datasource.hikari.connection-timeout=300"
        })
class DatabaseAwayTest {
    private static final TestDatabase database = TestDatabase.fresh();

    @LocalServerPort int port;
    @Autowired CallBoard board;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        database.register(properties);
    }

    @Test
    void programsAreToldSoAndScreensKeepWhatTheySaw() {
        var client = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
        new FakeTown(database.jdbc()).person("唐桂兰");
        assertThat(state(client)).contains("\"roster\":1", "\"townCurrent\":true");

        database.close();

        client.get()
                .uri("/api/v1/people")
                .header("Authorization", "Bearer " + ConsoleStory.TOKEN)
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("database-away")
                .jsonPath("$.zh.notLost")
                .isNotEmpty();
        board.put(
                new Entry(
                        new CallId("1700000000.7"),
                        CallPurpose.INBOUND,
                        "******07",
                        Stage.TALKING,
                        Instant.now()));
        await().untilAsserted(() ->
                assertThat(state(client))
                        .contains("\"roster\":1", "\"townCurrent\":false")
                        .contains("1700000000.7"));
    }

    private static String state(RestTestClient client) {
        var body =
                client.get()
                        .uri("/page/state")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        return String.valueOf(body);
    }
}
