/**
 * Asterisk's Manager Interface: places calls, learns how they end, and knows which are alive. Two
 * logins, one that listens and one that acts, so that a flood of events never delays a call.
 *
 * <p>Of asterisk-java it uses the connection with its parser, and the classes of actions and
 * events. Not its reconnection, which waits for an end of the stream that a stalled Asterisk never
 * sends, and whose {@code DisconnectEvent} a full queue drops; nor its {@code live} package, which
 * keeps a second truth.
 */
@NullMarked
package cn.anxin.hotline.asterisk.ami;

import org.jspecify.annotations.NullMarked;
