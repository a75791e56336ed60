package cn.anxin.hotline.recordings;

import cn.anxin.hotline.call.CallId;

/** Names a recording: a call has at most one of each kind. */
public record RecordingId(RecordingKind kind, CallId call) {

    /** Of the file that Asterisk writes. */
    String fileName() {
        return call + ".wav";
    }
}
