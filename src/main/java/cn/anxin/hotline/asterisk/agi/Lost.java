package cn.anxin.hotline.asterisk.agi;

import cn.anxin.hotline.call.Answer;

/** Why no command can be sent any more. */
enum Lost implements CommandResult {
    /** The other side hung up. */
    HUNG_UP,
    /** We lost the call; the native dialplan has it, or nobody knows. */
    BROKEN;

    Answer answer() {
        return switch (this) {
            case HUNG_UP -> new Answer.HungUp();
            case BROKEN -> new Answer.Failed();
        };
    }
}
