@NullMarked
package cn.anxin.hotline.seal;

import org.jspecify.annotations.NullMarked;
