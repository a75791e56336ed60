/**
 * The REST interface and the duty screen. The only room that knows Spring MVC and Spring Security.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "call",
            "people",
            "people :: intake",
            "people :: keeping",
            "people :: pause",
            "people :: pin",
            "duty",
            "journal",
            "escalation",
            "escalation :: list",
            "cases",
            "wellness",
            "wellness :: plan",
            "wellness :: round",
            "wellness :: day",
            "wellness :: dialogue",
            "wellness :: line",
            "wellness :: sheet",
            "notice",
            "live"
        })
package cn.anxin.hotline.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
