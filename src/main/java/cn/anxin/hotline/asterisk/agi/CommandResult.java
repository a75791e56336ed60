package cn.anxin.hotline.asterisk.agi;

/** What became of a command. */
sealed interface CommandResult permits CommandReply, Lost {}
