@NullMarked
package cn.anxin.hotline.asterisk.configuration;

import org.jspecify.annotations.NullMarked;
