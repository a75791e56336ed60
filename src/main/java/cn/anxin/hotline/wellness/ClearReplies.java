package cn.anxin.hotline.wellness;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.recordings.ClearRecordings;
import cn.anxin.hotline.recordings.RecordingKind;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Where {@link cn.anxin.hotline.call.Line#record} has Asterisk leave what people say. */
@Component
class ClearReplies implements ClearRecordings {
    private final Path folder;

    ClearReplies(HotlineSettings hotline) {
        this.folder = hotline.home().resolve("recordings");
    }

    @Override
    public RecordingKind kind() {
        return RecordingKind.SPOKEN_REPLY;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public boolean growing() {
        return true;
    }
}
