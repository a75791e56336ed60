package cn.anxin.hotline.speech;

/** Numbers in characters, as they are said. */
final class ChineseNumber {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final String[] PLACES = {"", "十", "百", "千"};

    /** The most that {@link #value} says. */
    static final int LARGEST = 9999;

    private ChineseNumber() {}

    /** One by one: 103 → 一零三. */
    static String digits(String number) {
        return number.chars().mapToObj(ChineseNumber::digit).reduce("", String::concat);
    }

    /** One by one as on the telephone, where one is 幺: 103 → 幺零三. */
    static String dialled(String number) {
        return digits(number).replace('一', '幺');
    }

    /** As a quantity: 103 → 一百零三, 12 → 十二. */
    static String value(int number) {
        if (number < 0 || number > LARGEST) {
            throw new IllegalArgumentException("no quantity that is said here");
        }
        var text = Integer.toString(number);
        var said = new StringBuilder();
        var skipped = false;
        for (var i = 0; i < text.length(); i++) {
            var digit = text.charAt(i);
            if (digit == '0') {
                skipped = true;
                continue;
            }
            if (skipped) {
                said.append('零');
                skipped = false;
            }
            said.append(digit(digit)).append(PLACES[text.length() - 1 - i]);
        }
        if (said.isEmpty()) {
            return digits("0");
        }
        return said.indexOf("一十") == 0 ? said.substring(1) : said.toString();
    }

    private static String digit(int character) {
        return String.valueOf(DIGITS.charAt(character - '0'));
    }
}
