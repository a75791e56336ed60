/** Needs that people bring to the hotline, and who answers for them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "people",
            "duty",
            "journal",
            "escalation",
            "call",
            "recordings",
            "seal"
        })
package cn.anxin.hotline.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
