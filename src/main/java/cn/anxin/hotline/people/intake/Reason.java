package cn.anxin.hotline.people.intake;

import cn.anxin.hotline.people.Categories;
import java.util.stream.Collectors;

/** Why something of a roster was not taken, for whoever keeps it. Quotes nothing of the roster. */
public record Reason(String zh, String en) {
    static final Reason FORMULA =
            new Reason("以 =、+、-、@ 开头，像是表格公式", "begins with =, +, - or @ like a formula");
    static final Reason UNREADABLE = new Reason("有乱码或看不见的字符", "has unreadable characters");
    static final Reason NO_NAME = new Reason("没有姓名", "no name");
    static final Reason NO_COMMITTEE = new Reason("没有写村居委", "no committee");
    static final Reason NO_NUMBER =
            new Reason("没有电话号码，没法联系本人", "no number: nobody could ring this person");
    static final Reason BROKEN_NUMBER = new Reason("电话号码不对", "no such telephone number");
    static final Reason OUR_NUMBER = new Reason("这是热线自己的号码", "this is the hotline's own number");
    static final Reason TOO_MANY_NUMBERS = new Reason("电话号码太多，最多 9 个", "more than 9 numbers");
    static final Reason GENDER = new Reason("性别只能写男或女", "the gender is 男 or 女");
    static final Reason AGE = new Reason("年龄要写 0 到 130 的整数", "the age is a whole number, 0 to 130");
    static final Reason BIRTH = new Reason("出生年份看不懂，例如 1940", "the year of birth is like 1940");
    static final Reason WINDOW =
            new Reason("问候时段看不懂，例如 09:00-11:00", "the window is like 09:00-11:00");
    static final Reason VOLUNTEER_WITHOUT_NUMBER =
            new Reason("写了志愿者，没写电话", "a volunteer without a number");
    static final Reason NUMBER_WITHOUT_VOLUNTEER =
            new Reason("写了志愿者电话，没写姓名", "a volunteer's number without a name");
    static final Reason OWN_VOLUNTEER =
            new Reason("志愿者电话就是本人的电话", "the volunteer's number is the person's own");
    static final Reason AMBIGUOUS =
            new Reason(
                    "名单库里有两位同名的人分别用这些号码，分不清是哪一位",
                    "two stored people of this name have these numbers");

    static Reason tooLong(int longest) {
        return new Reason("太长，最多 " + longest + " 个字", "longer than " + longest + " characters");
    }

    static Reason duplicate(long line) {
        return new Reason("和第 " + line + " 行是同一个人", "the same person as in line " + line);
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
