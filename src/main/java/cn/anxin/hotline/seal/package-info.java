/**
 * Personal details as they are stored: sealed with a key that is not in the database, numbers found
 * again by a keyed hash.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"call", "duework"})
package cn.anxin.hotline.seal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
