package cn.anxin.hotline.people.intake.header;

import cn.anxin.hotline.people.intake.report.Reason;

/** Why a table is no roster. */
public final class HeaderReasons {
    static final Reason NO_HEADER =
            new Reason(
                    "没有找到表头：要有“姓名”“村居委”“联系电话”等列名",
                    "no header found: a roster names its columns 姓名, 村居委, 联系电话 …");

    static final Reason NO_SUCH_SHEET =
            new Reason("文件里没有叫这个名字的工作表，请核对名字", "no sheet of that name is in the file");

    public static final Reason SEVERAL_ROSTERS =
            new Reason(
                    "文件里有几张工作表都像名单，只按一张表替换会把别的表里的人移出名单：请写明是哪一张（sheet），或者先合成一张",
                    "several sheets look like rosters, and to replace by one of them would remove who is in"
                            + " the others: name it (sheet), or make one of them");

    private HeaderReasons() {}

    static Reason missing(RosterColumn column) {
        return new Reason(
                "表头里没有“" + column.header() + "”一列",
                "the header lacks the column " + column.header());
    }

    static Reason twice(String headers) {
        return new Reason(
                "表头里" + headers + "是一个意思的两列，不知道用哪一列", "two columns mean the same: " + headers);
    }
}
