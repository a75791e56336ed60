package cn.anxin.hotline.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.util.PropertyPlaceholderHelper;

/** A server's settings as a file beside this class, with {@code ${names}} to be filled. */
record ConfigurationTemplate(String file) {

    String fill(Map<String, String> values) {
        try (var template = ConfigurationTemplate.class.getResourceAsStream(file)) {
            if (template == null) {
                throw new IllegalStateException("not packaged: " + file);
            }
            var text = new String(template.readAllBytes(), StandardCharsets.UTF_8);
            return new PropertyPlaceholderHelper("${", "}").replacePlaceholders(text, values::get);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
