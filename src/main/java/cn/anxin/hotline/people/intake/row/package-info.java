/**
 * Rows of a table as people: which column means what, what a cell says, and what is wrong with it.
 */
@NullMarked
package cn.anxin.hotline.people.intake.row;

import org.jspecify.annotations.NullMarked;
