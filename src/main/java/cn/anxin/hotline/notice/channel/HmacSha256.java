package cn.anxin.hotline.notice.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** RFC 2104 with SHA-256. */
final class HmacSha256 {
    private static final String NAME = "HmacSHA256";

    private HmacSha256() {}

    static byte[] of(byte[] key, String text) {
        try {
            var mac = Mac.getInstance(NAME);
            mac.init(new SecretKeySpec(key, NAME));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
