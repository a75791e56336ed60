/**
 * Asterisk's Manager Interface: places calls, learns how they end, and knows which are alive. Two
 * logins, one that listens and one that acts, so that a flood of events never delays a call.
 */
@NullMarked
package cn.anxin.hotline.asterisk.ami;

import org.jspecify.annotations.NullMarked;
