package cn.anxin.hotline.recordings;

import java.nio.file.Path;

/**
 * A folder in which recordings stand in clear until they are sealed, each named {@code CALL.wav}.
 * Told by the room that has them made. Any thread.
 */
public interface ClearRecordings {

    RecordingKind kind();

    /** It need not exist. */
    Path folder();

    /** Whether a file in it may still be growing, as long as its call lives. */
    boolean growing();
}
