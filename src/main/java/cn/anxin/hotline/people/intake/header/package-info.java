/** Which table of a file is the roster, and which of its columns means what. */
@NullMarked
package cn.anxin.hotline.people.intake.header;

import org.jspecify.annotations.NullMarked;
