package cn.anxin.hotline.asterisk.agi.wire;

import cn.anxin.hotline.call.Answer;

/** Why no command can be sent any more. */
public enum Lost implements CommandResult {
    /** The other side hung up. */
    HUNG_UP,
    /** We lost the call; the native dialplan has it, or nobody knows. */
    BROKEN;

    /** What a question comes to whose call is lost. */
    public Answer answer() {
        return switch (this) {
            case HUNG_UP -> new Answer.HungUp();
            case BROKEN -> new Answer.Failed();
        };
    }
}
