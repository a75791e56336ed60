/** Who is on duty at an instant; pure. */
@NullMarked
@ApplicationModule(allowedDependencies = {"call", "people"})
package cn.anxin.hotline.duty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
