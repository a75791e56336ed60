package cn.anxin.hotline.inbound;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param patience wait for a key after the last word of the menu
 * @param recognition of the second in which a caller must hear the first word, how much may go by
 *     to find out whether we wait for their word of today
 * @param messages where Asterisk leaves what callers said while nobody could answer; under the home
 *     if unset
 */
@ConfigurationProperties("hotline.inbound")
public record InboundSettings(
        @DefaultValue("5s") Duration patience,
        @DefaultValue("300ms") Duration recognition,
        @Nullable Path messages) {

    Path messagesIn(Path home) {
        return messages == null ? home.resolve("messages") : messages;
    }
}
