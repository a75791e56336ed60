/** Incidents as screens and the REST interface show them. Reads only. */
@NullMarked
@NamedInterface("list")
package cn.anxin.hotline.escalation.list;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
