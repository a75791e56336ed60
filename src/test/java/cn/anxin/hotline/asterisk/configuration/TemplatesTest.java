package cn.anxin.hotline.asterisk.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {
    private final Templates templates = new Templates();
    @TempDir private Path folder;

    @Test
    void fillsWhatIsPlain() throws IOException {
        assertThat(fill("name = {{x}}\n", "值班室 一")).containsEntry("a.conf", "name = 值班室 一\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb",
                "a\rb",
                "a;b",
                "a\"b",
                "a'b",
                "a,b",
                "a$b",
                "a{b",
                "a[b",
                "a(b",
                "a&b",
                "a|b",
                "a\\b",
                "a=b",
                "a#b",
                "a<b",
                "a\u0000b"
            })
    void refusesWhatCouldSayMoreThanAValue(String value) {
        assertThatThrownBy(() -> fill("name = {{x}}", value))
                .isInstanceOf(BadSettingException.class)
                .message()
                .doesNotContain("\n", "\r");
    }

    @Test
    void aValueThatNobodyGaveIsNoEmptyValue() {
        assertThatThrownBy(() -> fill("name = {{y}}", "x"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("y");
    }

    private Map<String, String> fill(String template, String value) throws IOException {
        Files.writeString(folder.resolve("a.conf"), template);
        return templates.fill(Map.of("x", value), folder);
    }
}
