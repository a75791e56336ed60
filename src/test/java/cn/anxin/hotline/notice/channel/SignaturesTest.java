package cn.anxin.hotline.notice.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxin.hotline.notice.Urgency;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures against values that others have worked out. */
class SignaturesTest {
    private static final HttpEnd END = new HttpEnd("https://example.com/hook", false, null);

    /** The example of the Standard Webhooks specification and its reference libraries. */
    @Test
    void ofWebhooksAreStandard() {
        var settings = webhook("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(
                        Webhook.signatures(
                                settings.keys(),
                                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                1614265330,
                                "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void ofWebhooksAreOneForEachSecret() {
        var settings =
                webhook(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "whsec_YW5vdGhlciBzZWNyZXQsIGZvciB0ZXN0cw==");

        assertThat(Webhook.signatures(settings.keys(), "msg_1", 1614265330, "{}").split(" "))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one).startsWith("v1,"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec_",
                "whsec_c2hvcnQ=",
                "whsec_***",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
            })
    void aWeakSecretIsRefusedAndNotRepeated(String secret) {
        assertThatThrownBy(() -> webhook(secret))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContainingAny("c2hvcnQ", "***", "MfKQ");
    }

    private static WebhookSettings webhook(String... secrets) {
        return new WebhookSettings(
                "program",
                END,
                List.of(secrets),
                Detail.TITLE,
                new Hearing(Urgency.ROUTINE, Set.of()),
                new Limits(4, 0, Duration.ofSeconds(10)));
    }
}
