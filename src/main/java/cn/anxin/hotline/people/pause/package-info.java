/** When somebody is away and not rung: always with an end, an owner and a reason. */
@NullMarked
@NamedInterface("pause")
package cn.anxin.hotline.people.pause;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
