@NullMarked
package cn.anxin.hotline.wellness.line;

import org.jspecify.annotations.NullMarked;
