package cn.anxin.hotline.people.intake.words;

import cn.anxin.hotline.people.intake.report.Reason;

/** Why a birth or an age is not taken, or what was made of it. */
public final class BirthReasons {
    public static final Reason BIRTH =
            new Reason(
                    "出生年份看不懂：请写 1940、1940-05-01 或 82岁",
                    "the year of birth is like 1940, 1940-05-01 or 82岁");
    public static final Reason AGE =
            new Reason("年龄要写 0 到 130 的整数", "the age is a whole number, 0 to 130");
    public static final Reason ZODIAC =
            new Reason(
                    "只写了属相，十二年一轮，推不出年份：请写出生年份",
                    "an animal of the zodiac comes every twelve years: write the year");
    public static final Reason YEAR_OR_AGE =
            new Reason(
                    "分不清是年份还是年龄：年份请写四位（1940），年龄请写“82岁”",
                    "a year or an age? write the year with four digits, an age as 82岁");
    public static final Reason WHICH_CENTURY =
            new Reason(
                    "两位数的年份，分不清是 19 几几年还是 20 几几年：请写四位",
                    "which century? write the year with four digits");
    static final Reason AGE_FOR_BIRTH =
            new Reason("写的是年龄，按年龄推算出生年份", "an age: the year of birth was reckoned from it");
    static final Reason ROUGHLY =
            new Reason("写的是大概，出生年份按大概推算", "told roughly: so is the year of birth");
    static final Reason NOMINAL =
            new Reason("写的是虚岁，减一岁推算出生年份", "counted from one: a year was taken off");
    static final Reason TWO_DIGITS =
            new Reason("年份只写了两位，当作 19 几几年", "a year of two digits, taken for the last century's");

    private BirthReasons() {}
}
