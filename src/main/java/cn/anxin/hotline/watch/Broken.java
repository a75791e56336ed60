package cn.anxin.hotline.watch;

/**
 * An invariant has been broken for half a minute. Published once until it holds again, outside of
 * any transaction.
 */
public record Broken(String room, String invariant, long rows) {}
