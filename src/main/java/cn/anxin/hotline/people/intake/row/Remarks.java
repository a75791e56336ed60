package cn.anxin.hotline.people.intake.row;

import cn.anxin.hotline.people.intake.report.Reason;

/** What was done with a row that it does not say in so many words. */
final class Remarks {
    static final Reason ZERO_RESTORED =
            new Reason(
                    "前面的 0 丢了，按本地区号补上", "the leading 0 was lost; restored as the local area code");
    static final Reason MERGED_ONCE =
            new Reason("这是合并单元格，只算第一行的，这一行当作没写", "a merged cell: it counts for its first row only");
    static final Reason FIRST_NUMBER =
            new Reason("一位志愿者写了几个号码，只用第一个", "several numbers of one volunteer: the first is used");
    static final Reason FAMILY_WITHOUT_NUMBER =
            new Reason("写了家属，没写电话，没有记下", "family without a number, not taken");
    static final Reason NOBODY =
            new Reason("合计、签名或说明，不是人，没有读", "a total, a signature or a note: nobody, left out");
    static final Reason EMPTY = new Reason("只有序号，没有人", "a number and nobody");
    static final Reason HEADER_AGAIN = new Reason("表头又出现一次，没有读", "the header once more, left out");

    private Remarks() {}

    static Reason repeats(long line) {
        return new Reason(
                "和第 " + line + " 行一模一样，只算一次", "the same as line " + line + ", taken once");
    }
}
