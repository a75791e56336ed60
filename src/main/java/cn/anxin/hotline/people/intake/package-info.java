/** How a roster file comes in: read, compared with what is stored, written in one transaction. */
@NullMarked
@NamedInterface("intake")
package cn.anxin.hotline.people.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
