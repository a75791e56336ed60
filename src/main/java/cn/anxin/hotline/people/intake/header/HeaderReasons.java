package cn.anxin.hotline.people.intake.header;

import cn.anxin.hotline.people.intake.report.Reason;

/** Why a table is no roster. */
final class HeaderReasons {
    static final Reason NO_HEADER =
            new Reason(
                    "没有找到表头：要有“姓名”“村居委”“联系电话”等列名",
                    "no header found: a roster names its columns 姓名, 村居委, 联系电话 …");

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
