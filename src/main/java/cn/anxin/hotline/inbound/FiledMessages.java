package cn.anxin.hotline.inbound;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.recordings.ClearRecordings;
import cn.anxin.hotline.recordings.RecordingKind;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Where {@link LeftMessages} puts what is whole and belongs to a case. */
@Component
class FiledMessages implements ClearRecordings {
    private final Path folder;

    FiledMessages(InboundSettings settings, HotlineSettings hotline) {
        this.folder = settings.messagesIn(hotline.home()).resolve("filed");
    }

    @Override
    public RecordingKind kind() {
        return RecordingKind.MESSAGE;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public boolean growing() {
        return false;
    }
}
