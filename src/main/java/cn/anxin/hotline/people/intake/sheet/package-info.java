/**
 * Tables out of files: CSV in its encodings and separators, and Excel workbooks. Knows nothing of
 * rosters, and everything about what a file may do to its reader.
 */
@NullMarked
package cn.anxin.hotline.people.intake.sheet;

import org.jspecify.annotations.NullMarked;
