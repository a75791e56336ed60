/** Turns words into sound: the prompt catalogue, and words made for one call. */
@NullMarked
@ApplicationModule(allowedDependencies = "call")
package cn.anxin.hotline.speech;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
