/** The hotline's dialogues and routing. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "cases",
            "escalation",
            "wellness",
            "duty",
            "people",
            "people :: pause",
            "people :: pin",
            "journal",
            "duework",
            "call",
            "recordings"
        })
package cn.anxin.hotline.inbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
