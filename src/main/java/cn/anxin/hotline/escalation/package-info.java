/** Incidents and their ladders: someone takes it, sees the person, settles it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"duty", "people", "journal", "duework", "call", "seal", "watch"})
package cn.anxin.hotline.escalation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
