package cn.anxin.hotline.asterisk.agi.server;

import cn.anxin.hotline.call.CallBoard;
import cn.anxin.hotline.call.CallId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps every entry ever put. */
final class MemoryBoard implements CallBoard {
    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    @Override
    public void put(Entry entry) {
        entries.add(entry);
    }

    @Override
    public void remove(CallId call) {
        throw new UnsupportedOperationException("whoever sees the hangup does this");
    }

    @Override
    public List<Entry> calls() {
        return List.copyOf(entries);
    }

    List<Stage> stages() {
        return entries.stream().map(Entry::stage).toList();
    }
}
