/** How what is written down of people changes: one way, with its history. */
@NullMarked
@NamedInterface("keeping")
package cn.anxin.hotline.people.keeping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
