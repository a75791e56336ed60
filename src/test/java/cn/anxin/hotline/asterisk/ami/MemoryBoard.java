package cn.anxin.hotline.asterisk.ami;

import cn.anxin.hotline.call.CallBoard;
import cn.anxin.hotline.call.CallId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A board in memory. */
public final class MemoryBoard implements CallBoard {
    private final Map<CallId, Entry> entries = new ConcurrentHashMap<>();

    @Override
    public void put(Entry entry) {
        entries.put(entry.call(), entry);
    }

    @Override
    public void remove(CallId call) {
        entries.remove(call);
    }

    @Override
    public List<Entry> calls() {
        return List.copyOf(entries.values());
    }

    public List<Stage> stages() {
        return entries.values().stream().map(Entry::stage).toList();
    }
}
