package cn.anxin.hotline.behaviour.phone;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** The answer to a SIP challenge: RFC 2617 with MD5. */
record Digest(String challenge) {
    private static final String ONLY_COUNT = "00000001";

    String answer(Account account, String method, String uri) {
        var realm = value("realm");
        var nonce = value("nonce");
        var who = md5(account.name() + ":" + realm + ":" + account.password());
        var what = md5(method + ":" + uri);
        var line =
                "Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", algorithm=MD5"
                        .formatted(account.name(), realm, nonce, uri);
        var opaque = value("opaque");
        if (!opaque.isEmpty()) {
            line += ", opaque=\"" + opaque + "\"";
        }
        if (!value("qop").toLowerCase(Locale.ROOT).contains("auth")) {
            return line + ", response=\"" + md5(who + ":" + nonce + ":" + what) + "\"";
        }
        var ours = UUID.randomUUID().toString();
        var response = md5(String.join(":", who, nonce, ONLY_COUNT, ours, "auth", what));
        return line
                + ", qop=auth, nc=%s, cnonce=\"%s\", response=\"%s\""
                        .formatted(ONLY_COUNT, ours, response);
    }

    private String value(String name) {
        var found =
                Pattern.compile("[\\s,]" + name + "=(?:\"([^\"]*)\"|([^,\\s]+))")
                        .matcher(challenge);
        if (!found.find()) {
            return "";
        }
        return found.group(1) != null ? found.group(1) : found.group(2);
    }

    private static String md5(String text) {
        try {
            var digest = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
