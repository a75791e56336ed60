/** Looks all the time whether the house is as it must be, and is loud when it is not. */
@NullMarked
@ApplicationModule(allowedDependencies = {"duework"})
package cn.anxin.hotline.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
