/**
 * What is live, for screens and for speed: the board of calls, hints to screens, the caller cache.
 * The only room that knows Redis. Wiping all of it loses no duty.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "call")
package cn.anxin.hotline.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
