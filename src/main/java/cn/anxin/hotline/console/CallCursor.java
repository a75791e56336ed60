package cn.anxin.hotline.console;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.journal.CallRecord.Position;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Where a page of calls ends, as text that means nothing to who passes it on. */
record CallCursor(Position position) {
    private static final int LONGEST = 200;

    static String to(Position position) {
        var text = position.startedAt() + " " + position.call();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Component
    static class FromText implements Converter<String, CallCursor> {

        /**
         * @throws IllegalArgumentException if it is not one of ours
         */
        @Override
        public CallCursor convert(String cursor) {
            if (cursor.length() > LONGEST) {
                throw new IllegalArgumentException("not a cursor");
            }
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var parts = text.split(" ", -1);
            try {
                return new CallCursor(
                        new Position(Instant.parse(parts[0]), new CallId(parts[parts.length - 1])));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("not a cursor", e);
            }
        }
    }
}
