package cn.anxin.hotline.wellness.line;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What of an address is shared with the neighbours under the same roof. Pure. */
final class Building {
    /** Up to the last house number: 张江路100弄5号302室 is in 张江路100弄5号. */
    private static final Pattern HOUSE = Pattern.compile("^(.*(?:号楼|号|幢|栋|座)).*$");

    private static final int HASH_BYTES = 12;

    private Building() {}

    /** The whole address, where it names no house. */
    static String of(String address) {
        var text = Normalizer.normalize(address, Normalizer.Form.NFKC).replaceAll("\\s", "");
        var house = HOUSE.matcher(text);
        return house.matches() ? house.group(1) : text;
    }

    /** The same for the same house, and no address. */
    static String hash(String committee, String address) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(
                                    (committee + "\n" + of(address))
                                            .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
