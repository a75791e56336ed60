package cn.anxin.hotline.behaviour.phone;

/** What happens once in a call at most. */
public enum Moment {
    INVITED,
    RINGING,
    ANSWERED,
    ENDED
}
