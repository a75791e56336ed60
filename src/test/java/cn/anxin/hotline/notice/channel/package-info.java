@NullMarked
package cn.anxin.hotline.notice.channel;

import org.jspecify.annotations.NullMarked;
