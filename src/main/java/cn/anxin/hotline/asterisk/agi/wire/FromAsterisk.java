package cn.anxin.hotline.asterisk.agi.wire;

/** What Asterisk says on a FastAGI connection: one header, then replies and at most one hangup. */
sealed interface FromAsterisk permits CallHeader, CommandReply, HangupNotice {}
