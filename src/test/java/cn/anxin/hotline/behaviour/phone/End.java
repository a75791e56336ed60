package cn.anxin.hotline.behaviour.phone;

/**
 * How a call ended.
 *
 * @param ours whether this phone ended it
 * @param status the final response of a call that nobody answered; 200 for one that was
 */
public record End(boolean ours, int status) {}
