package cn.anxin.hotline.people.intake.row;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a column of a roster means, and how its header is written. */
public enum RosterColumn {
    NAME(Merged.ITS_FIRST, "姓名", "老人姓名", "对象姓名", "关爱对象", "关爱对象姓名", "服务对象", "服务对象姓名", "名字", "name"),
    GENDER(Merged.ITS_FIRST, "性别", "gender", "sex"),
    AGE(Merged.ITS_FIRST, "年龄", "周岁", "年纪", "age"),
    BIRTH(Merged.ITS_FIRST, "出生年份", "出生年月", "出生日期", "出生年月日", "出生年", "生日", "birthyear", "birthday"),
    COMMITTEE(
            Merged.EACH,
            "村居委",
            "居委",
            "村居",
            "居村",
            "村委",
            "居委会",
            "村委会",
            "居村委",
            "居村委会",
            "村居委会",
            "所属村居",
            "所属居村",
            "所属居委",
            "所属居委会",
            "所属村居委",
            "所在居委",
            "所在居委会",
            "社区",
            "所属社区",
            "村社区",
            "committee"),
    ADDRESS(
            Merged.EACH,
            "住址",
            "地址",
            "家庭住址",
            "家庭地址",
            "居住地址",
            "居住地",
            "现住址",
            "现居住地",
            "现居住地址",
            "实际居住地",
            "实际居住地址",
            "详细地址",
            "联系地址",
            "address"),
    NUMBER(
            Merged.EACH,
            "联系电话",
            "电话",
            "手机",
            "手机号",
            "手机号码",
            "移动电话",
            "电话号码",
            "联系号码",
            "联系方式",
            "本人电话",
            "本人手机",
            "本人联系电话",
            "本人联系方式",
            "老人电话",
            "联系手机",
            "phone",
            "tel",
            "mobile"),
    SPARE_NUMBER(
            Merged.EACH,
            "备用电话",
            "备用号码",
            "备用手机",
            "备用联系电话",
            "备用联系方式",
            "第二电话",
            "其他电话",
            "其它电话",
            "座机",
            "座机号",
            "座机号码",
            "固定电话",
            "固定电话号码",
            "固话",
            "家庭电话",
            "家里电话",
            "住宅电话",
            "宅电",
            "sparephone",
            "landline"),
    CATEGORIES(Merged.EACH, "类别", "人员类别", "对象类别", "关爱类别", "人员类型", "对象类型", "分类", "类型", "categories"),
    WINDOW(Merged.EACH, "问候时段", "时段", "问候时间", "联系时段", "来电时段", "window"),
    VOLUNTEER(
            Merged.EACH,
            "结对志愿者",
            "志愿者",
            "志愿者姓名",
            "结对志愿者姓名",
            "结对人",
            "结对人姓名",
            "结对人员",
            "结对人员姓名",
            "volunteer"),
    VOLUNTEER_NUMBER(
            Merged.EACH,
            "志愿者电话",
            "志愿者联系电话",
            "志愿者联系方式",
            "志愿者手机",
            "志愿者手机号",
            "志愿者手机号码",
            "结对志愿者电话",
            "结对志愿者联系电话",
            "结对志愿者联系方式",
            "结对志愿者手机",
            "结对人电话",
            "结对人联系电话",
            "结对人员电话",
            "结对人员联系电话",
            "volunteerphone"),
    BACKUP(Merged.EACH, "备份志愿者", "备用志愿者", "后备志愿者", "备份志愿者姓名", "备用志愿者姓名", "后备志愿者姓名", "backup"),
    BACKUP_NUMBER(
            Merged.EACH,
            "备份志愿者电话",
            "备用志愿者电话",
            "后备志愿者电话",
            "备份志愿者联系电话",
            "备用志愿者联系电话",
            "后备志愿者联系电话",
            "备份志愿者手机",
            "备用志愿者手机",
            "后备志愿者手机",
            "backupphone"),
    NOTE(Merged.ITS_FIRST, "备注", "说明", "情况说明", "其他情况", "note", "remark");

    /** Whom a cell merged over several rows speaks of. */
    enum Merged {
        /** All of its rows: one committee, one household's telephone, one volunteer. */
        EACH,
        /** The row in which it begins: nobody shares a name or an age. */
        ITS_FIRST
    }

    /** A remark of the form's maker: (必填), or a star; a line break within. */
    private static final Pattern DECORATION =
            Pattern.compile("\\(.*?\\)|\\[.*?]|【.*?】|[\\s*:/_.。★☆※\\p{Cf}]");

    /** Of several columns alike: 联系电话1, 联系电话2. */
    private static final Pattern COUNT = Pattern.compile("[0-9一二三四五六七八九]$");

    private final Merged merged;
    private final List<String> headers;

    RosterColumn(Merged merged, String... headers) {
        this.merged = merged;
        this.headers = List.of(headers);
    }

    /** The usual header. */
    public String header() {
        return headers.getFirst();
    }

    boolean sharesMerged() {
        return merged == Merged.EACH;
    }

    /** Whether several columns of a file may all mean this. */
    boolean severalTimes() {
        return this == NUMBER || this == SPARE_NUMBER;
    }

    static Optional<RosterColumn> of(String header) {
        var bare = bare(header);
        return named(bare)
                .or(() ->
                        named(COUNT.matcher(bare).replaceFirst(""))
                                .filter(RosterColumn::severalTimes));
    }

    /** The header without what forms put around it. */
    static String bare(String header) {
        return DECORATION
                .matcher(Normalizer.normalize(header, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static Optional<RosterColumn> named(String bare) {
        for (var column : values()) {
            if (column.headers.contains(bare)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
