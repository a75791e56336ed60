/**
 * The only room that knows Asterisk, asterisk-java or Netty; it implements the ports of {@code
 * call}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "call")
package cn.anxin.hotline.asterisk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
