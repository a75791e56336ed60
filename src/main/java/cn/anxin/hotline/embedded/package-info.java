/**
 * The PostgreSQL and Redis of our own, for a town that names no others. They outlive a killed
 * service, which finds them again, and end with a service that is stopped.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package cn.anxin.hotline.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
