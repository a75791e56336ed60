package cn.anxin.hotline.people.intake.row;

import cn.anxin.hotline.people.Categories;
import cn.anxin.hotline.people.intake.report.Reason;
import java.util.stream.Collectors;

/** Why a row is not taken. */
final class Reasons {
    static final Reason FORMULA =
            new Reason("以 =、+、-、@ 开头，像是表格公式", "begins with =, +, - or @ like a formula");
    static final Reason NO_RESULT =
            new Reason(
                    "公式没有结果或出错，请在 Excel 里改成文字",
                    "a formula without a result: write the text itself");
    static final Reason BECAME_DATE =
            new Reason(
                    "Excel 把内容变成了日期，请把这一格设成“文本”再写一遍",
                    "the spreadsheet made a date of it: format the cell as text and write it again");
    static final Reason DITTO = new Reason("不要写“同上”，请写全", "write it out: ditto is not understood");
    static final Reason UNREADABLE = new Reason("有乱码或看不见的字符", "has unreadable characters");
    static final Reason RAGGED =
            new Reason(
                    "这一行的格数和表头不一样：多半是少了或多了一个分隔符",
                    "not as many cells as the header: a separator too few or too many");
    static final Reason NO_NAME = new Reason("没有姓名", "no name");
    static final Reason NO_COMMITTEE = new Reason("没有写村居委", "no committee");
    static final Reason NO_NUMBER =
            new Reason("没有电话号码，没法联系本人", "no number: nobody could ring this person");
    static final Reason OUR_NUMBER = new Reason("这是热线自己的号码", "this is the hotline's own number");
    static final Reason TOO_MANY_NUMBERS = new Reason("电话号码太多，最多 9 个", "more than 9 numbers");
    static final Reason TOO_MANY_VOLUNTEERS = new Reason("志愿者太多，最多 9 位", "more than 9 volunteers");
    static final Reason GENDER = new Reason("性别只能写男或女", "the gender is 男 or 女");
    static final Reason WINDOW =
            new Reason("问候时段看不懂，例如 09:00-11:00", "the window is like 09:00-11:00");
    static final Reason TOO_MANY_CATEGORIES = new Reason("类别太多，最多 20 个", "more than 20 categories");
    static final Reason LANGUAGE = new Reason("语言只能写普通话或上海话", "the language is 普通话 or 上海话");
    static final Reason RISK = new Reason("风险等级只能写高、中或低", "the risk is 高, 中 or 低");
    static final Reason YES_OR_NO = new Reason("只能写是或否", "write 是 or 否");
    static final Reason DAY = new Reason("日期看不懂，例如 2026-03-01", "a day is like 2026-03-01");
    static final Reason CONSENT =
            new Reason("知情同意要写是、否或日期", "the consent is 是, 否 or the day it was given");
    static final Reason REFUSED =
            new Reason("本人不同意每日问候，没有加入名单", "refuses the daily check, so was not put in the roster");
    static final Reason FAMILY_UNPAIRED =
            new Reason(
                    "写了几位家属，就要按同样的顺序写几个电话",
                    "several of the family need as many numbers, in the same order");
    static final Reason TOO_MANY_FAMILY = new Reason("家属太多，最多 9 位", "more than 9 of the family");
    static final Reason VOLUNTEER_WITHOUT_NUMBER =
            new Reason("写了志愿者，没写电话", "a volunteer without a number");
    static final Reason NUMBER_WITHOUT_VOLUNTEER =
            new Reason("写了志愿者电话，没写姓名", "a volunteer's number without a name");
    static final Reason VOLUNTEERS_UNPAIRED =
            new Reason(
                    "写了几位志愿者，就要按同样的顺序写几个电话",
                    "several volunteers need as many numbers, in the same order");
    static final Reason OWN_VOLUNTEER =
            new Reason("志愿者电话就是本人的电话", "the volunteer's number is the person's own");
    static final Reason AMBIGUOUS =
            new Reason(
                    "名单库里有两位同名的人分别用这些号码，分不清是哪一位",
                    "two stored people of this name have these numbers");

    private Reasons() {}

    static Reason tooLong(int longest) {
        return new Reason("太长，最多 " + longest + " 个字", "longer than " + longest + " characters");
    }

    static Reason contradicts(long line) {
        return new Reason(
                "和第 " + line + " 行是同一个人，内容却不一样：留下对的一行",
                "the same person as in line "
                        + line
                        + ", but not the same words: keep one of them");
    }

    static Reason otherVolunteer(long line) {
        return new Reason(
                "这个号码在第 " + line + " 行是另一位志愿者的",
                "in line " + line + " this number is another volunteer's");
    }

    static Reason category(Categories known) {
        var labels = known.all().stream().map(known::label).collect(Collectors.joining("、"));
        return new Reason("类别不认识，可以写：" + labels, "unknown category; known are " + labels);
    }
}
