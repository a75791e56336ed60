package cn.anxin.hotline.people.intake;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a column of a roster means, and how its header is written. */
enum RosterColumn {
    NAME("姓名", "老人姓名", "对象姓名", "关爱对象", "关爱对象姓名", "name"),
    GENDER("性别", "gender"),
    AGE("年龄", "周岁", "age"),
    BIRTH("出生年份", "出生年月", "出生日期", "出生年", "生日", "birthyear"),
    COMMITTEE(
            "村居委",
            "居委",
            "村居",
            "居村",
            "居委会",
            "村委会",
            "居村委",
            "居村委会",
            "村居委会",
            "所属村居",
            "所属居委",
            "committee"),
    ADDRESS("住址", "地址", "家庭住址", "家庭地址", "居住地址", "现住址", "详细地址", "address"),
    NUMBER("联系电话", "电话", "手机", "手机号", "手机号码", "电话号码", "联系方式", "本人电话", "联系手机", "phone"),
    SPARE_NUMBER(
            "备用电话", "备用号码", "备用联系电话", "第二电话", "其他电话", "座机", "固定电话", "固话", "家庭电话", "sparephone"),
    CATEGORIES("类别", "人员类别", "对象类别", "关爱类别", "分类", "类型", "categories"),
    WINDOW("问候时段", "时段", "问候时间", "联系时段", "来电时段", "window"),
    VOLUNTEER("结对志愿者", "志愿者", "志愿者姓名", "结对志愿者姓名", "结对人", "结对人员", "volunteer"),
    VOLUNTEER_NUMBER("志愿者电话", "结对志愿者电话", "志愿者联系电话", "志愿者手机", "结对人电话", "volunteerphone"),
    BACKUP("备份志愿者", "备用志愿者", "后备志愿者", "备份志愿者姓名", "backup"),
    BACKUP_NUMBER("备份志愿者电话", "备用志愿者电话", "后备志愿者电话", "backupphone"),
    NOTE("备注", "说明", "情况说明", "note");

    /** A remark of the form's maker: (必填), or a star. */
    private static final Pattern DECORATION = Pattern.compile("\\(.*\\)|[\\s*:_\\p{Cf}]");

    private final List<String> headers;

    RosterColumn(String... headers) {
        this.headers = List.of(headers);
    }

    /** The usual header. */
    String header() {
        return headers.getFirst();
    }

    static Optional<RosterColumn> of(String header) {
        var bare =
                DECORATION
                        .matcher(Normalizer.normalize(header, Normalizer.Form.NFKC))
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT);
        for (var column : values()) {
            if (column.headers.contains(bare)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
