package cn.anxin.hotline.notice.channel;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A gateway for SMS, spoken to over HTTP. Address and body are templates with the placeholders
 * {@code id}, {@code number} (as dialled here), {@code e164}, {@code text}, {@code title} and
 * {@code timestamp} (seconds since 1970); values are encoded for where they stand.
 *
 * @param format of the body
 * @param charset in which it wants the body and what stands in the address
 */
public record SmsSettings(
        String name,
        HttpEnd to,
        @DefaultValue("POST") Method method,
        @DefaultValue Map<String, String> headers,
        @DefaultValue("JSON") Format format,
        @DefaultValue("UTF-8") Charset charset,
        @DefaultValue("") String body,
        @DefaultValue SmsAnswer answer,
        @DefaultValue SmsReport report,
        @DefaultValue Limits limits) {

    public enum Method {
        GET,
        POST
    }

    public enum Format {
        JSON("application/json"),
        FORM("application/x-www-form-urlencoded");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }
    }

    public SmsSettings {
        Objects.requireNonNull(to, "hotline.notice: a channel needs to.url");
        headers = Map.copyOf(headers);
        if ((method == Method.GET) != body.isEmpty()) {
            throw new IllegalArgumentException(
                    "hotline.notice.sms: a body with POST, and none with GET");
        }
    }

    public ChannelTerms terms() {
        return new ChannelTerms(name, ChannelKind.SMS, limits, null);
    }

    String contentType() {
        return format.mediaType + "; charset=" + charset.name();
    }

    Template addressTemplate() {
        return Template.ofAddress(to.url(), charset);
    }

    Template bodyTemplate() {
        return switch (format) {
            case JSON -> Template.ofJson(body);
            case FORM -> Template.ofForm(body, charset);
        };
    }

    /** Keys stand in address, headers and body. */
    @Override
    public String toString() {
        return "SmsSettings[" + name + "]";
    }
}
