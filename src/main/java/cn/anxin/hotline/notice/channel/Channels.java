package cn.anxin.hotline.notice.channel;

import cn.anxin.hotline.notice.Urgency;
import java.util.List;
import java.util.Optional;

/** The channels that are set up, in the order of the settings. */
public final class Channels implements AutoCloseable {
    private final List<Channel> all;
    private final List<AutoCloseable> connections;

    Channels(List<Channel> all, List<? extends AutoCloseable> connections) {
        this.all = List.copyOf(all);
        this.connections = List.copyOf(connections);
    }

    public List<Channel> all() {
        return all;
    }

    public Optional<ChannelTerms> find(String name) {
        return all.stream()
                .map(Channel::terms)
                .filter(terms -> terms.name().equals(name))
                .findFirst();
    }

    /** Those that carry SMS. */
    public List<String> carriersOfSms() {
        return all.stream()
                .map(Channel::terms)
                .filter(ChannelTerms::takesNumbers)
                .map(ChannelTerms::name)
                .toList();
    }

    /** Those whose readers are to hear of such a notice. */
    public List<String> listeners(String kind, Urgency urgency) {
        return all.stream()
                .map(Channel::terms)
                .filter(terms -> terms.hears(kind, urgency))
                .map(ChannelTerms::name)
                .toList();
    }

    @Override
    public void close() throws Exception {
        for (var connection : connections) {
            connection.close();
        }
    }
}
