package cn.anxin.hotline.console;

import cn.anxin.hotline.call.HotlineSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.springframework.stereotype.Component;

/** The one secret of the REST interface. Kept as a hash, compared in constant time. */
@Component
class ApiToken {
    private final byte[] hash;

    ApiToken(ApiSettings api, HotlineSettings hotline) {
        hash =
                hash(
                        api.token().isEmpty()
                                ? new TokenFile(hotline.home().resolve("api-token")).readOrMake()
                                : api.token());
    }

    boolean is(String presented) {
        return MessageDigest.isEqual(hash, hash(presented));
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "ApiToken";
    }
}
