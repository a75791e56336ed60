package cn.anxin.hotline.escalation;

public enum IncidentState {
    /** Nobody was rung yet. */
    OPEN,
    /** People are being rung, rung after rung. */
    NOTIFYING,
    /** 已接单: a named person answers for it and is on the way. */
    TAKEN,
    /** 已见到本人: a named person has seen them. */
    SEEN,
    /** 已办结: with an outcome, by a named person. */
    SETTLED
}
