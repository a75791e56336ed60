/**
 * Common causes: when misses pile up on one trunk, exchange, building or committee beyond what the
 * people's own habits explain, that part of the round is paused, one alarm is raised, and probes
 * find out when it is over.
 */
@NullMarked
@NamedInterface("line")
package cn.anxin.hotline.wellness.line;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
