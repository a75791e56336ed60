package cn.anxin.hotline.console;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** A day in the address of a request: {@code 2026-03-01}, within a century. */
record Day(LocalDate date) {

    @Component
    static class FromText implements Converter<String, Day> {

        /**
         * @throws IllegalArgumentException if it is written otherwise
         */
        @Override
        public Day convert(String text) {
            if (!text.matches("20\\d{2}-\\d{2}-\\d{2}")) {
                throw new IllegalArgumentException("not a day");
            }
            try {
                return new Day(LocalDate.parse(text));
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("no such day", e);
            }
        }
    }
}
