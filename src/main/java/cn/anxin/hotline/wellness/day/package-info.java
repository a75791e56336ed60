/** What a day, or a round, came to. Reads only. */
@NullMarked
@NamedInterface("day")
package cn.anxin.hotline.wellness.day;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
