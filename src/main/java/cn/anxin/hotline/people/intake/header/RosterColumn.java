package cn.anxin.hotline.people.intake.header;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a column of a roster means, and how its header is written. */
public enum RosterColumn {
    NAME(Merged.ITS_FIRST, "姓名 老人姓名 对象姓名 关爱对象 关爱对象姓名 服务对象 服务对象姓名 名字 name"),
    GENDER(Merged.ITS_FIRST, "性别 gender sex"),
    AGE(Merged.ITS_FIRST, "年龄 周岁 年纪 age"),
    BIRTH(Merged.ITS_FIRST, "出生年份 出生年月 出生日期 出生年月日 出生年 生日 birthyear birthday"),
    COMMITTEE(
            Merged.EACH,
            "村居委 居委 村居 居村 村委 居委会 村委会 居村委 居村委会 村居委会 所属村居 所属居村 所属居委 所属居委会 所属村居委 所属村居委会 "
                    + "所属村委 所属村委会 所在居委 所在居委会 社区 所属社区 村社区 committee"),
    ADDRESS(Merged.EACH, "住址 地址 家庭住址 家庭地址 居住地址 居住地 现住址 现居住地 现居住地址 实际居住地 实际居住地址 详细地址 联系地址 address"),
    NUMBER(
            Merged.EACH,
            "联系电话 电话 手机 手机号 手机号码 移动电话 电话号码 联系号码 联系方式 本人电话 本人手机 本人联系电话 本人联系方式 老人电话 "
                    + "联系手机 phone tel mobile"),
    SPARE_NUMBER(
            Merged.EACH,
            "备用电话 备用号码 备用手机 备用联系电话 备用联系方式 第二电话 其他电话 其它电话 座机 座机号 座机号码 固定电话 固定电话号码 固话 "
                    + "家庭电话 家里电话 住宅电话 宅电 sparephone landline"),
    CATEGORIES(Merged.EACH, "类别 人员类别 对象类别 关爱类别 人员类型 对象类型 分类 类型 categories"),
    WINDOW(Merged.EACH, "问候时段 时段 问候时间 联系时段 来电时段 window"),
    VOLUNTEER(Merged.EACH, "结对志愿者 志愿者 志愿者姓名 结对志愿者姓名 结对人 结对人姓名 结对人员 结对人员姓名 volunteer"),
    VOLUNTEER_NUMBER(
            Merged.EACH,
            "志愿者电话 志愿者联系电话 志愿者联系方式 志愿者手机 志愿者手机号 志愿者手机号码 结对志愿者电话 结对志愿者联系电话 结对志愿者联系方式 "
                    + "结对志愿者手机 结对人电话 结对人联系电话 结对人员电话 结对人员联系电话 volunteerphone"),
    BACKUP(Merged.EACH, "备份志愿者 备用志愿者 后备志愿者 备份志愿者姓名 备用志愿者姓名 后备志愿者姓名 backup"),
    BACKUP_NUMBER(
            Merged.EACH,
            "备份志愿者电话 备用志愿者电话 后备志愿者电话 备份志愿者联系电话 备用志愿者联系电话 后备志愿者联系电话 备份志愿者手机 备用志愿者手机 "
                    + "后备志愿者手机 backupphone"),
    LANGUAGE(Merged.EACH, "语言 方言 语种 使用语言 language"),
    HEARING(Merged.ITS_FIRST, "听力 听力情况 听力状况 hearing"),
    SLOWLY(Merged.ITS_FIRST, "慢速播报 慢速 慢说 语速慢 slowly"),
    RISK(Merged.EACH, "风险等级 风险 风险级别 关爱等级 risk"),
    FAMILY(Merged.EACH, "家属姓名 家属 亲属 亲属姓名 子女姓名 子女 监护人 监护人姓名 联系人 联系人姓名 紧急联系人 紧急联系人姓名 family"),
    FAMILY_NUMBER(
            Merged.EACH,
            "家属电话 家属联系电话 家属联系方式 家属手机 家属手机号 家属手机号码 亲属电话 亲属联系电话 亲属联系方式 子女电话 子女联系电话 "
                    + "子女联系方式 监护人电话 监护人联系电话 监护人联系方式 联系人电话 联系人手机 联系人联系电话 联系人联系方式 紧急联系电话 紧急联系人电话 "
                    + "紧急联系人联系电话 紧急联系人联系方式 familyphone"),
    FAMILY_RELATION(Merged.EACH, "家属关系 亲属关系 与家属关系 与本人关系 与老人关系 与对象关系 联系人关系 紧急联系人关系 关系 relation"),
    CONSENT(Merged.ITS_FIRST, "知情同意 是否同意 同意 知情同意书 本人同意 consent"),
    ALONE_UNTIL(Merged.ITS_FIRST, "临时独居至 临时独居截止 临时独居截止日期 独居至 aloneuntil"),
    CONDITION(Merged.ITS_FIRST, "身体精神状况 身体状况 健康状况 精神状况 身体情况 身心状况 身体和精神状况 condition"),
    NOTE(Merged.ITS_FIRST, "备注 说明 情况说明 其他情况 note remark");

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
    private static final Pattern COUNT = Pattern.compile("[0-9一二三四五六七八九](?=$|姓名|电话|手机|关系|联系)");

    private final Merged merged;
    private final List<String> headers;

    /**
     * @param headers in which it is written, the usual one first, blanks between them
     */
    RosterColumn(Merged merged, String headers) {
        this.merged = merged;
        this.headers = List.of(headers.split(" "));
    }

    /** The usual header. */
    public String header() {
        return headers.getFirst();
    }

    public boolean sharesMerged() {
        return merged == Merged.EACH;
    }

    /** Whether several columns of a file may all mean this. */
    boolean severalTimes() {
        return switch (this) {
            case NUMBER, SPARE_NUMBER, FAMILY, FAMILY_NUMBER, FAMILY_RELATION -> true;
            default -> false;
        };
    }

    public static Optional<RosterColumn> of(String header) {
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
