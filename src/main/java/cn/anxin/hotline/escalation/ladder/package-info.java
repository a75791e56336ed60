/** Who can be rung for an incident, and in which order. */
@NullMarked
package cn.anxin.hotline.escalation.ladder;

import org.jspecify.annotations.NullMarked;
