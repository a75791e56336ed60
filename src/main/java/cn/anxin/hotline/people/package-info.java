/** Served persons, their volunteers and numbers, and how a roster comes in. */
@NullMarked
@ApplicationModule(allowedDependencies = {"call", "journal", "duework", "seal"})
package cn.anxin.hotline.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
