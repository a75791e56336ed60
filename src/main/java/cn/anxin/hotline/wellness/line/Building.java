package cn.anxin.hotline.wellness.line;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What of an address is shared with the neighbours under the same roof. Pure. */
final class Building {
    /** Up to the last house number: 张江路100弄5号302室 is in 张江路100弄5号. */
    private static final Pattern HOUSE = Pattern.compile("^(.*(?:号楼|号|幢|栋|座)).*$");

    private Building() {}

    /** The whole address, where it names no house. */
    static String of(String address) {
        var text = Normalizer.normalize(address, Normalizer.Form.NFKC).replaceAll("\\s", "");
        var house = HOUSE.matcher(text);
        return house.matches() ? house.group(1) : text;
    }
}
