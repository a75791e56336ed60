/** One login to Asterisk, kept alive for ever, and what may be written to it. */
@NullMarked
package cn.anxin.hotline.asterisk.ami.connection;

import org.jspecify.annotations.NullMarked;
