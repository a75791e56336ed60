/** What is said and asked in a check beyond the one question that everybody hears. */
@NullMarked
@NamedInterface("dialogue")
package cn.anxin.hotline.wellness.dialogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
