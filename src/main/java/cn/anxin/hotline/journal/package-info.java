/** What happened: an append-only record of decisions, keys and calls. */
@NullMarked
@ApplicationModule(allowedDependencies = {"call", "seal"})
package cn.anxin.hotline.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
