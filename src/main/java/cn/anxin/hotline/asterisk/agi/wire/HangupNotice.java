package cn.anxin.hotline.asterisk.agi.wire;

/** The channel is gone, or its lease ended; Asterisk says it even between commands. */
record HangupNotice() implements FromAsterisk {}
