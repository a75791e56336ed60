package cn.anxin.hotline.notice.channel;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/** Text with {@code {{placeholders}}}; no value can say more than a value. */
final class Template {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final com.samskivert.mustache.Template filled;

    private Template(String text, UnaryOperator<String> safe) {
        try {
            filled = Mustache.compiler().withEscaper(safe::apply).compile(text);
        } catch (MustacheException e) {
            throw new IllegalArgumentException(
                    "hotline.notice: a template is written wrongly: " + e.getMessage(), e);
        }
    }

    static Template ofAddress(String text, Charset charset) {
        return new Template(text, value -> urlEncoded(value, charset));
    }

    static Template ofForm(String text, Charset charset) {
        return new Template(text, value -> URLEncoder.encode(value, charset));
    }

    static Template ofJson(String text) {
        return new Template(text, Template::withinQuotes);
    }

    /**
     * @throws IllegalArgumentException if it wants a value that there is not
     */
    String fill(Map<String, String> values) {
        try {
            return filled.execute(values);
        } catch (MustacheException e) {
            throw new IllegalArgumentException(
                    "hotline.notice: a template wants what there is not: " + e.getMessage(), e);
        }
    }

    /** In a path, a plus is a plus. */
    private static String urlEncoded(String value, Charset charset) {
        return URLEncoder.encode(value, charset).replace("+", "%20");
    }

    private static String withinQuotes(String value) {
        var quoted = JSON.writeValueAsString(value);
        return quoted.substring(1, quoted.length() - 1);
    }
}
