package cn.anxin.hotline.notice;

import static cn.anxin.hotline.notice.CrookedServer.answer;
import static cn.anxin.hotline.notice.NoticeProcess.notice;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What robots and programs get, and what their answers mean. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RobotsAndWebhooksTest extends NoticeStory {
    private static final String SECRET = "SEC-for-tests";
    private static final byte[] KEY = "a secret for tests, no other".getBytes();

    private final CrookedServer server = CrookedServer.that(answer(200, "{\"errcode\": 0}"));
    private final NoticeProcess process =
            NoticeProcess.start(
                    database,
                    "wecom[0].name=office",
                    "wecom[0].to.url=" + server.url() + "/wecom?key=k",
                    "wecom[0].to.unencrypted=true",
                    "wecom[0].limits.per-minute=10000",
                    "dingtalk[0].name=night",
                    "dingtalk[0].to.url=" + server.url() + "/dingtalk?access_token=t",
                    "dingtalk[0].to.unencrypted=true",
                    "dingtalk[0].secret=" + SECRET,
                    "dingtalk[0].limits.per-minute=10000",
                    "webhooks[0].name=program",
                    "webhooks[0].to.url=" + server.url() + "/hook",
                    "webhooks[0].to.unencrypted=true",
                    "webhooks[0].secrets=whsec_" + Base64.getEncoder().encodeToString(KEY),
                    "webhooks[1].name=trusted",
                    "webhooks[1].to.url=" + server.url() + "/hook",
                    "webhooks[1].to.unencrypted=true",
                    "webhooks[1].detail=TEXT",
                    "webhooks[1].secrets=whsec_" + Base64.getEncoder().encodeToString(KEY));

    @BeforeEach
    void forget() {
        server.forget();
        server.now(answer(200, "{\"errcode\": 0, \"errmsg\": \"ok\"}"));
    }

    @AfterAll
    void stop() {
        process.close();
        server.close();
    }

    private CrookedServer.Request sent(String channel, Notice notice) throws InterruptedException {
        process.post(new Recipient.Channel(channel), notice);
        process.turn();
        assertThat(only().state()).isEqualTo("SENT");
        return server.only();
    }

    private static JsonNode json(CrookedServer.Request request) {
        return JsonMapper.shared().readTree(request.body());
    }

    @Test
    void aRobotOfWecomGetsTitleAndText() throws InterruptedException {
        var request = sent("office", notice("incident-1"));

        assertThat(request.path()).isEqualTo("/wecom?key=k");
        assertThat(json(request).at("/msgtype").asString()).isEqualTo("text");
        assertThat(json(request).at("/text/content").asString())
                .isEqualTo("有一位老人需要上门看看\n唐桂兰今天没有接到问候电话，请上门看看。");
    }

    @Test
    void whatIsLongerThanWecomTakesIsCutBetweenTwoCharacters() throws InterruptedException {
        var like = notice("incident-1");
        var request =
                sent(
                        "office",
                        new Notice(
                                like.kind(),
                                like.urgency(),
                                "标题",
                                "一𠮷".repeat(500),
                                Duration.ofHours(1),
                                like.happening()));

        var content = json(request).at("/text/content").asString();
        assertThat(content.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(2044, 2048);
        assertThat(content).startsWith("标题\n一𠮷").doesNotContain("\uFFFD");
    }

    @Test
    void aRobotOfDingtalkGetsItSigned() throws Exception {
        var request = sent("night", notice("incident-1"));

        var query = request.path().substring(request.path().indexOf('?') + 1).split("&");
        assertThat(query[0]).isEqualTo("access_token=t");
        var at = query[1].replace("timestamp=", "");
        assertThat(Instant.ofEpochMilli(Long.parseLong(at)))
                .isBetween(Instant.now().minusSeconds(600), Instant.now());
        assertThat(URLDecoder.decode(query[2].replace("sign=", ""), StandardCharsets.UTF_8))
                .isEqualTo(hmac(SECRET.getBytes(), at + "\n" + SECRET));
    }

    @Test
    void aProgramCanTellThatItWasUs() throws Exception {
        var request = sent("program", notice("incident-1"));

        var id = request.header("webhook-id");
        var at = request.header("webhook-timestamp");
        assertThat(request.header("webhook-signature"))
                .isEqualTo("v1," + hmac(KEY, id + "." + at + "." + request.body()));
        assertThat(json(request).at("/data/id").asString()).isEqualTo(id);
        assertThat(json(request).at("/type").asString()).isEqualTo("incident-opened");
    }

    @Test
    void aProgramLearnsNoMoreThanItIsSetToGet() throws InterruptedException {
        var person = jdbc.sql("select count(*) from person").query(Long.class).single();
        assertThat(person).isZero();

        var request = sent("program", notice("incident-1"));

        assertThat(request.body()).doesNotContain("唐桂兰", "text", "personId");
        assertThat(json(request).at("/data/title").asString()).isEqualTo("有一位老人需要上门看看");
    }

    @Test
    void oneThatIsTrustedLearnsTheText() throws InterruptedException {
        assertThat(json(sent("trusted", notice("incident-1"))).at("/data/text").asString())
                .isEqualTo("唐桂兰今天没有接到问候电话，请上门看看。");
    }

    @ParameterizedTest
    @CsvSource({
        "office, 45009, PENDING, THROTTLED",
        "office, 93000, PENDING, NOT_ALLOWED",
        "office, 40058, FAILED, REFUSED",
        "office, -1, PENDING, NOT_TAKEN",
        "office, 99999, PENDING, NOT_TAKEN",
        "night, 130101, PENDING, THROTTLED",
        "night, 310000, PENDING, NOT_ALLOWED",
        "night, 400105, FAILED, REFUSED"
    })
    void aRobotSaysNoInTheBody(String channel, int errcode, String state, String fault)
            throws InterruptedException {
        server.now(answer(200, "{\"errcode\": " + errcode + ", \"errmsg\": \"no\"}"));
        process.post(new Recipient.Channel(channel), notice("incident-1"));
        process.turn();

        assertThat(only()).isEqualTo(new Row(state, 1, fault, null));
    }

    private static String hmac(byte[] key, String text) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes()));
    }
}
