@NullMarked
package cn.anxin.hotline.escalation;

import org.jspecify.annotations.NullMarked;
