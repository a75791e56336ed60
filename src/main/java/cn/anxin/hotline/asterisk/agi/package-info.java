@NullMarked
package cn.anxin.hotline.asterisk.agi;

import org.jspecify.annotations.NullMarked;
