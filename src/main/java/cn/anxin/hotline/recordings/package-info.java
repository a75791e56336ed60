/** What people said to us, sealed as soon as it is whole, and kept no longer than it may be. */
@NullMarked
@ApplicationModule(allowedDependencies = {"call", "journal", "duework", "seal"})
package cn.anxin.hotline.recordings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
