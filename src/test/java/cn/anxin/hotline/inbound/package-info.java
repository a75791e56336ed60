@NullMarked
package cn.anxin.hotline.inbound;

import org.jspecify.annotations.NullMarked;
