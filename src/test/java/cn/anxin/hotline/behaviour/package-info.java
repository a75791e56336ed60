/**
 * Stories told over the telephone: a real Asterisk, the service as a process of its own, and phones
 * that call, listen and press keys.
 */
@NullMarked
package cn.anxin.hotline.behaviour;

import org.jspecify.annotations.NullMarked;
