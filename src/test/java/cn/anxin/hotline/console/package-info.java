@NullMarked
package cn.anxin.hotline.console;

import org.jspecify.annotations.NullMarked;
