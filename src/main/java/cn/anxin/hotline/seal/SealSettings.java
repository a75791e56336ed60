package cn.anxin.hotline.seal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param keys the file with the keys; {@code seal-keys.json} under the hotline's home if not set.
 *     Whoever loses it loses every number, address and note
 */
@ConfigurationProperties("hotline.seal")
public record SealSettings(@Nullable Path keys) {}
