package cn.anxin.hotline.asterisk.ami;

import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those of the other rooms who want to be told. Looked up when the first word is said, since they
 * themselves may want the {@code Dialer}.
 */
final class Listeners<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final Supplier<Stream<T>> all;

    Listeners(Supplier<Stream<T>> all) {
        this.all = all;
    }

    /** Tells everybody, whatever one of them throws. */
    void tell(Consumer<T> word) {
        all.get()
                .forEach(one -> {
                    try {
                        word.accept(one);
                    } catch (RuntimeException | Error e) {
                        LOG.error("{} failed when told", one.getClass().getName(), e);
                    }
                });
    }
}
