/** 打电话名单: who is left, on paper, for the day on which nothing of ours rings them. */
@NullMarked
@NamedInterface("sheet")
package cn.anxin.hotline.wellness.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
