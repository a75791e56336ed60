/** When and how a person is rung: the town's ways, and where a person's differ. */
@NullMarked
@NamedInterface("plan")
package cn.anxin.hotline.wellness.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
