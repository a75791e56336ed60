/**
 * A telephone of our own over plain UDP: as much SIP (RFC 3261) and RTP (RFC 3550, 4733) as it
 * takes to be the other side of Asterisk, written apart from it so that the two check each other.
 */
@NullMarked
package cn.anxin.hotline.behaviour.phone;

import org.jspecify.annotations.NullMarked;
