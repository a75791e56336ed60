package cn.anxin.hotline.recordings;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.duework.DueWork;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes what has been kept for as long as it may be: the file, then its key. */
@Component
class RetentionSweep implements DueWork {
    private final SealedRecordings recordings;
    private final RecordingTable table;
    private final RecordingSettings settings;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private boolean begun;

    RetentionSweep(
            SealedRecordings recordings,
            RecordingTable table,
            RecordingSettings settings,
            Journal journal,
            TransactionTemplate transaction) {
        this.recordings = recordings;
        this.table = table;
        this.settings = settings;
        this.journal = journal;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "recordings-retention";
    }

    @Override
    public int sweep(int limit) {
        try {
            if (!begun) {
                recordings.removeStrays();
                begun = true;
            }
            var deleted = transaction.execute(_ -> deleteDue(limit));
            return deleted == null ? 0 : deleted;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int deleteDue(int limit) {
        var entries = new ArrayList<Entry>();
        for (var due : table.due(settings.keep(), limit)) {
            try {
                recordings.delete(due.id());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            table.delete(due.id());
            entries.add(
                    Entry.of("recording-deleted", Actor.SYSTEM)
                            .on(new CallId(due.callId()))
                            .with("kind", due.kind()));
        }
        journal.write(entries);
        return entries.size();
    }
}
