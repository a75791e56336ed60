/**
 * Messages that are not calls: an outbox, and the channels that it is sent through. A call never
 * waits for one.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"call", "people", "duework", "seal", "journal"})
package cn.anxin.hotline.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
