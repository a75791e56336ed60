package cn.anxin.hotline.speech;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Written words as they are said, in Chinese characters and pauses alone. A room 103 that is read
 * as a quantity, 一百三, is heard as 130: the volunteer stands before the wrong door.
 */
final class ReadAloud {
    private static final Pattern TIME =
            Pattern.compile("(?<!\\d)([01]?\\d|2[0-4])[:点时]([0-5]\\d)分?(?!\\d)");
    private static final Pattern TELEPHONE =
            Pattern.compile("(?<!\\d)(?:\\+86[- ]?)?(\\d(?:[- ]?\\d){6,14})(?!\\d)");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)\\d{4}(?=年)");
    private static final Pattern QUANTITY = Pattern.compile("(?<!\\d)\\d{1,4}(?=[岁元块天个次人位])");
    private static final Pattern DECIMAL = Pattern.compile("(?<=\\d)\\.(?=\\d)");
    private static final Pattern DASH = Pattern.compile("(?<=\\d)[-–—](?=\\d)");
    private static final Pattern HOUSE_SIGN = Pattern.compile("(?<=\\d)#");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern LETTER = Pattern.compile("[A-Z]");
    private static final Pattern PAUSE = Pattern.compile("[,、;:/()\\[\\]【】\\s]+");
    private static final Pattern END = Pattern.compile("，*[。.!?][，。.!?]*");

    /** Beyond the basic plane no voice knows a character; it would spell out its code. */
    private static final Pattern UNSAID = Pattern.compile("[^\\p{IsHan}，。]|[^\\u0000-\\uFFFF]");

    private static final String[] LETTERS =
            ("诶 必 西 弟 衣 艾弗 记 艾尺 爱 杰 开 艾勒 艾姆 恩 欧 皮 丘 阿 艾丝 梯 优 维 达布流 艾克斯 歪 贼").split(" ");

    /** Fewer digits are read as a quantity: 35号 is 三十五号, but 103室 is 幺零三室. */
    private static final int SAID_ONE_BY_ONE = 3;

    private static final int DIGITS_IN_ONE_BREATH = 4;

    private ReadAloud() {}

    /** Empty if there is nothing in it that could be said. */
    static String words(String written) {
        var text = Normalizer.normalize(written, Normalizer.Form.NFKC);
        text = TIME.matcher(text).replaceAll(ReadAloud::time);
        text = TELEPHONE.matcher(text).replaceAll(ReadAloud::telephone);
        text = YEAR.matcher(text).replaceAll(year -> ChineseNumber.digits(year.group()));
        text = QUANTITY.matcher(text).replaceAll(it -> value(it.group()));
        text = DECIMAL.matcher(text).replaceAll("点");
        text = DASH.matcher(text).replaceAll("杠");
        text = HOUSE_SIGN.matcher(text).replaceAll("号");
        text = NUMBER.matcher(text).replaceAll(number -> number(number.group()));
        text = LETTER.matcher(text.toUpperCase(Locale.ROOT)).replaceAll(ReadAloud::letter);
        text = PAUSE.matcher(text).replaceAll("，");
        text = END.matcher(text).replaceAll("。");
        text = UNSAID.matcher(text).replaceAll("");
        return text.replaceAll("^[，。]+", "");
    }

    private static String time(MatchResult time) {
        var hour = value(time.group(1)) + "点";
        var minute = time.group(2);
        return minute.equals("00") ? hour : hour + number(minute) + "分";
    }

    /** In fours from the end, as they are remembered: 138 0000 1234. */
    private static String telephone(MatchResult telephone) {
        var digits = telephone.group(1).replaceAll("\\D", "");
        var said = new StringBuilder();
        for (var i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % DIGITS_IN_ONE_BREATH == 0) {
                said.append('，');
            }
            said.append(ChineseNumber.dialled(digits.substring(i, i + 1)));
        }
        return said.toString();
    }

    private static String number(String digits) {
        var oneByOne =
                digits.length() >= SAID_ONE_BY_ONE
                        || digits.length() > 1 && digits.charAt(0) == '0';
        return oneByOne ? ChineseNumber.dialled(digits) : value(digits);
    }

    private static String value(String digits) {
        return ChineseNumber.value(Integer.parseInt(digits));
    }

    private static String letter(MatchResult letter) {
        return LETTERS[letter.group().charAt(0) - 'A'];
    }
}
