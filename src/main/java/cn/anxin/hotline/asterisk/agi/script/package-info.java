/** Holds a call with its dialogue: says, asks, hears, and hands the call back to the dialplan. */
@NullMarked
package cn.anxin.hotline.asterisk.agi.script;

import org.jspecify.annotations.NullMarked;
