package cn.anxin.hotline.escalation.ladder;

/** In which capacity somebody is rung for an incident. */
public enum Role {
    /** 结对志愿者 */
    PAIRED,
    /** The other volunteers of the person, in their order. */
    BACKUP,
    FAMILY,
    /** 村居委: whoever answers for the place. */
    COMMITTEE,
    /** 值班人员 */
    DESK,
    /** 带班领导 */
    LEAD,
    /** The number that always exists. */
    LAST_RESORT;

    /** Awake at this hour by duty: quiet hours and daily caps are not theirs. */
    public boolean isOnDuty() {
        return this == DESK || this == LEAD || this == LAST_RESORT;
    }
}
