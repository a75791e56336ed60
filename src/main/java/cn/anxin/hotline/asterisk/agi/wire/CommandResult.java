package cn.anxin.hotline.asterisk.agi.wire;

/** What became of a command. */
public sealed interface CommandResult permits CommandReply, Lost {}
