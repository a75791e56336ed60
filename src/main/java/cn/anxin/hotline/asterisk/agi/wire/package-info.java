/** What passes between Asterisk and one call's script: lines, commands, replies and the lease. */
@NullMarked
package cn.anxin.hotline.asterisk.agi.wire;

import org.jspecify.annotations.NullMarked;
