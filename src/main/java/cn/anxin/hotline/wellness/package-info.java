/** Rounds, checks, attempts, and the dialogue of the daily check. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "escalation",
            "cases",
            "people",
            "journal",
            "duework",
            "call",
            "seal",
            "watch"
        })
package cn.anxin.hotline.wellness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
