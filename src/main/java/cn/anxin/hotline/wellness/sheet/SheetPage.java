package cn.anxin.hotline.wellness.sheet;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Iterator;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The page itself: whole without anything else, and nothing in it runs. */
@Component
class SheetPage {
    private static final String TEMPLATE = "cn/anxin/hotline/wellness/sheet/call-sheet.html";
    private static final String STYLE = "static/page/call-sheet.css";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Template template;
    private final String style;

    SheetPage() throws IOException {
        style = text(STYLE);
        template =
                Mustache.compiler()
                        .escapeHTML(true)
                        .emptyStringIsFalse(true)
                        .compile(text(TEMPLATE));
    }

    /**
     * @param open how many people are open, of whom the first {@code listed} stand here
     * @param rows read while they are written
     */
    record Sheet(
            String number,
            LocalDate day,
            ZonedDateTime at,
            int open,
            int listed,
            Iterator<SheetRow> rows) {}

    void write(Sheet sheet, Writer out) throws IOException {
        try {
            template.execute(
                    Map.of(
                            "number", sheet.number(),
                            "day", sheet.day(),
                            "at", TIME.format(sheet.at()),
                            "people", sheet.open(),
                            "listed", sheet.listed(),
                            "cut", sheet.listed() < sheet.open(),
                            "style", style,
                            "policy", policy(),
                            "rows", sheet.rows()),
                    out);
        } catch (MustacheException e) {
            if (e.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw e;
        }
        out.flush();
    }

    String policy() {
        return "default-src 'none'; style-src 'sha256-"
                + sha256(style)
                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder()
                    .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java knows SHA-256", e);
        }
    }

    private static String text(String resource) throws IOException {
        return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
    }
}
