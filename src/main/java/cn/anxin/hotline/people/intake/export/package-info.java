/** How the roster goes out: in the columns in which it comes in. */
@NullMarked
@NamedInterface("intake")
package cn.anxin.hotline.people.intake.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
