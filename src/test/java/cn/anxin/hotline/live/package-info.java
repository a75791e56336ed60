@NullMarked
package cn.anxin.hotline.live;

import org.jspecify.annotations.NullMarked;
