/** How a message leaves the house: one class a kind of channel, none of which knows the outbox. */
@NullMarked
package cn.anxin.hotline.notice.channel;

import org.jspecify.annotations.NullMarked;
