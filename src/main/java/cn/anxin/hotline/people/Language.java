package cn.anxin.hotline.people;

/** What a person understands best. */
public enum Language {
    /** 普通话 */
    MANDARIN,
    /** 上海话 */
    SHANGHAINESE
}
