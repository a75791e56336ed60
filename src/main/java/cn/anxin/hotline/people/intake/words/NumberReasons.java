package cn.anxin.hotline.people.intake.words;

import cn.anxin.hotline.people.intake.report.Reason;

/** Why a telephone number is not taken. */
public final class NumberReasons {
    public static final Reason BROKEN = new Reason("电话号码不对", "no such telephone number");
    public static final Reason LOST_DIGITS =
            new Reason(
                    "Excel 把号码变成了科学计数，后几位丢了：请把这一列设成“文本”，再写一遍",
                    "the spreadsheet cut the number's last digits off (1.38E+10): format the column"
                            + " as text and write it again");
    public static final Reason LOST_ZERO =
            new Reason(
                    "前面的 0 丢了，又不是本地区号，不敢猜：请写全，例如 0512-65123456",
                    "the leading 0 is lost, and it is not the local area code: write it whole");
    public static final Reason EXTENSION =
            new Reason("分机号拨不到：请写能直接拨通的号码", "an extension cannot be dialled: give a direct number");
    public static final Reason WORDS_BESIDE =
            new Reason(
                    "号码旁边写了字：这一格只写号码，别人的电话另写一列",
                    "words beside the number: only the person's own numbers belong here");
    public static final Reason SEVERAL_READINGS =
            new Reason("几个号码连在一起，分不清：请用“、”隔开", "numbers run together: put 、 between them");

    private NumberReasons() {}
}
