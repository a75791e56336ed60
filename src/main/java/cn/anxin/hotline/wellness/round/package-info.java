/** The daily round and the extra ones: who is in them, and who gets which check. */
@NullMarked
@NamedInterface("round")
package cn.anxin.hotline.wellness.round;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
