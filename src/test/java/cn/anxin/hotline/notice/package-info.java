/** Stories of the outbox, on a real PostgreSQL and against real servers that misbehave. */
@NullMarked
package cn.anxin.hotline.notice;

import org.jspecify.annotations.NullMarked;
