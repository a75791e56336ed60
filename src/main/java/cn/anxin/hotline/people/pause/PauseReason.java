package cn.anxin.hotline.people.pause;

/** Why somebody is away. */
public enum PauseReason {
    /** 住院 */
    HOSPITAL,
    /** 外出 */
    TRAVEL,
    /** 暂住亲属家 */
    FAMILY,
    /** 其他, said in the remark */
    OTHER
}
