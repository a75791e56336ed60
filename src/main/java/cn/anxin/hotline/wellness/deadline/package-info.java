/**
 * The dead-man switch: a round that has not begun, is stuck, or will not be over in time is told to
 * the duty desk while there is time.
 */
@NullMarked
package cn.anxin.hotline.wellness.deadline;

import org.jspecify.annotations.NullMarked;
