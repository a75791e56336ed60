package cn.anxin.hotline.people.intake.report;

/**
 * So many would leave the roster that somebody must say how many; nothing came in.
 *
 * @param removals how many would leave: the number to confirm
 */
public record ImportUnconfirmed(int removals) implements ImportResult {}
