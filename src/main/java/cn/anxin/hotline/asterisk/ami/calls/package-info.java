/** The calls and channels: placed, heard of, looked at; how they end and how many there may be. */
@NullMarked
package cn.anxin.hotline.asterisk.ami.calls;

import org.jspecify.annotations.NullMarked;
