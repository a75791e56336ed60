@NullMarked
package cn.anxin.hotline.asterisk.ami;

import org.jspecify.annotations.NullMarked;
