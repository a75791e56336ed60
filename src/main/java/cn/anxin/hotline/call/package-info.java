/** Telephone words and the ports between the rooms and the telephone; no I/O of its own. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package cn.anxin.hotline.call;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
