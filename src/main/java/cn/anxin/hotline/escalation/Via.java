package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.CallId;
import org.jspecify.annotations.Nullable;

/** Through which channel somebody gave their word. */
public sealed interface Via {
    Via CONSOLE = new Console();

    static Via call(CallId call) {
        return new Call(call);
    }

    /** As it is stored: the call's id, or {@code console}. */
    String value();

    /** Null if it was none. */
    @Nullable CallId callOrNull();

    record Call(CallId call) implements Via {
        @Override
        public String value() {
            return call.value();
        }

        @Override
        public CallId callOrNull() {
            return call;
        }
    }

    record Console() implements Via {
        @Override
        public String value() {
            return "console";
        }

        @Override
        public @Nullable CallId callOrNull() {
            return null;
        }
    }
}
