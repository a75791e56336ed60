package cn.anxin.hotline.notice.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** No value says more than a value, whatever somebody's name is. */
class TemplateTest {
    private static final String HOSTILE = "a\"b\\c&d=e?f/g#h\n{{number}}\u0000“唐桂兰” +1";
    private static final Map<String, String> VALUES = Map.of("text", HOSTILE, "number", "138");

    @Test
    void inJsonItIsThatString() {
        var filled = Template.ofJson("{\"a\": \"{{text}}\", \"b\": \"{{number}}\"}").fill(VALUES);

        var json = JsonMapper.shared().readTree(filled);
        assertThat(json.at("/a").asString()).isEqualTo(HOSTILE);
        assertThat(json.at("/b").asString()).isEqualTo("138");
    }

    @Test
    void inAFormItIsThatField() {
        var filled = Template.ofForm("to={{number}}&text={{text}}", StandardCharsets.UTF_8);

        var fields = filled.fill(VALUES).split("&");
        assertThat(fields).hasSize(2);
        assertThat(URLDecoder.decode(fields[1].substring(5), StandardCharsets.UTF_8))
                .isEqualTo(HOSTILE);
    }

    @Test
    void inAnAddressItNeverLeadsElsewhere() {
        var filled =
                Template.ofAddress(
                                "https://gateway.example/{{text}}?q={{text}}",
                                StandardCharsets.UTF_8)
                        .fill(VALUES);

        var address = URI.create(filled);
        assertThat(address.getHost()).isEqualTo("gateway.example");
        assertThat(address.getRawQuery()).doesNotContain("&", "=e", "?", "/", "+");
        assertThat(address.getFragment()).isNull();
    }

    @Test
    void anOldGatewayGetsItsOldCharset() {
        var filled = Template.ofForm("text={{text}}", Charset.forName("GB18030"));

        assertThat(filled.fill(Map.of("text", "安心"))).isEqualTo("text=%B0%B2%D0%C4");
    }

    @Test
    void aPlaceholderThatThereIsNotIsRefusedAtStart() {
        var template = Template.ofJson("{\"a\": \"{{phone}}\"}");

        assertThatThrownBy(() -> template.fill(VALUES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("phone");
    }
}
