/** The loop that turns due rows into work; it owns no business table. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package cn.anxin.hotline.duework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
