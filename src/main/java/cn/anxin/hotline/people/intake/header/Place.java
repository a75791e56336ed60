package cn.anxin.hotline.people.intake.header;

/**
 * One column of a file that means something.
 *
 * @param index from 0
 * @param header as the file writes it
 */
public record Place(RosterColumn column, int index, String header) {}
