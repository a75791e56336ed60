@NullMarked
package cn.anxin.hotline;

import org.jspecify.annotations.NullMarked;
