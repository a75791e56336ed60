package cn.anxin.hotline.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ByteArrayResource;

class NoticeSettingsTest {
    private static final String SMS =
            """
            hotline.notice.sms:
              - name: sms
                to: {url: "https://gateway.example/send"}
                body: '{"t": "{{text}}"}'
            """;

    private static final Pattern EXAMPLE = Pattern.compile("For example:\\s(\\[\\{name: .*}])");

    private static NoticeSettings read(String yaml) throws IOException {
        var sources = new MutablePropertySources();
        new YamlPropertySourceLoader()
                .load("yaml", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))
                .forEach(sources::addLast);
        return new Binder(ConfigurationPropertySources.from(sources))
                .bindOrCreate("hotline.notice", NoticeSettings.class);
    }

    @Test
    void nothingLeavesTheHouseUnlessItIsSetUp() throws IOException {
        var settings = read("");

        assertThat(settings.sms()).isEmpty();
        assertThat(settings.wecom()).isEmpty();
        assertThat(settings.dingtalk()).isEmpty();
        assertThat(settings.mail()).isEmpty();
        assertThat(settings.webhooks()).isEmpty();
    }

    /** What an administrator copies has to work. */
    @ParameterizedTest
    @ValueSource(strings = {"sms", "wecom", "mail", "webhooks"})
    void theExampleOfTheSampleIsTaken(String kind) throws IOException {
        var sample = Files.readString(Path.of("ops/hotline.yaml")).replace("\n# ", " ");
        var line = sample.substring(0, sample.indexOf("\n#hotline.notice." + kind + ":"));
        var comment = line.substring(line.lastIndexOf("\n"));
        var found = EXAMPLE.matcher(comment).results().toList();
        assertThat(found).hasSize(1);
        var example =
                found.getFirst()
                        .group(1)
                        .replace("whsec_…", "whsec_YSBzZWNyZXQgZm9yIHRlc3RzLCBubyBvdGhlcg==")
                        .replace("https://…", "https://example.com/hook");

        var settings = read("hotline.notice." + kind + ": " + example);

        assertThat(settings).isNotEqualTo(read(""));
    }

    @Test
    void twoOfOneNameAreRefused() {
        assertThatThrownBy(() ->
                        read(
                                SMS
                                        + """
                                        hotline.notice.wecom:
                                          - name: sms
                                            to: {url: "https://example.com/"}
                                        """))
                .hasStackTraceContaining("two channels are called sms");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "to: {url: 'http://gateway.example/send'}",
                "to: {url: 'ftp://gateway.example/send'}",
                "name: 短信",
                "name: ''",
                "limits: {patience: 1ms}",
                "method: GET",
                "body: ''",
                "answer: {at: /code}",
                "answer: {success: ['0']}",
                "answer: {at: code, success: ['0']}",
                "report: {secret: short, id-at: /id, status-at: /status}",
                "report: {secret: secretForTests0123456789}",
                "limits: {at-once: 0}",
                "limits: {patience: 2m}"
            })
    void whatCannotWorkIsRefusedAtStart(String instead) {
        var key = instead.substring(0, instead.indexOf(':'));
        var others =
                SMS.lines()
                        .filter(line -> !line.strip().replace("- ", "").startsWith(key + ":"))
                        .reduce("", (all, line) -> all + line + "\n");
        var yaml =
                key.equals("name")
                        ? SMS.replace("name: sms", instead)
                        : others + "    " + instead + "\n";

        assertThatThrownBy(() -> read(yaml))
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .hasStackTraceContaining("hotline.notice");
    }
}
