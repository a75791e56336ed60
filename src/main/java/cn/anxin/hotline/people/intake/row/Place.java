package cn.anxin.hotline.people.intake.row;

/**
 * One column of a file that means something.
 *
 * @param index from 0
 * @param header as the file writes it
 */
record Place(RosterColumn column, int index, String header) {}
