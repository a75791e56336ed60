package cn.anxin.hotline.asterisk.agi.script;

/** How a script ended, for the figures. */
enum ScriptEnd {
    HANG_UP,
    DUTY_DESK,
    CONNECT,
    /** The other side or the link was gone before the call could be handed back. */
    LOST,
    FAILED
}
