package cn.anxin.hotline.asterisk.ami;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that works through what others drop into it, in order. Dropping in never blocks: what
 * no longer fits is lost and counted.
 */
final class Lane<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final BlockingQueue<T> waiting;
    private final Consumer<? super T> work;
    private final Runnable onLoss;
    private final LongAdder lost = new LongAdder();
    private final Thread worker;

    /**
     * @param work may block; what it throws is logged and the next one is taken
     * @param onLoss runs on the thread of whoever dropped it in; must not block
     */
    Lane(String name, int capacity, Consumer<? super T> work, Runnable onLoss) {
        this.waiting = new ArrayBlockingQueue<>(capacity);
        this.work = work;
        this.onLoss = onLoss;
        this.worker = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    void start() {
        worker.start();
    }

    void stop() {
        worker.interrupt();
    }

    void offer(T one) {
        if (!waiting.offer(one)) {
            lost.increment();
            onLoss.run();
        }
    }

    /** For what must not be lost, from a thread that may wait. */
    void put(T one) throws InterruptedException {
        waiting.put(one);
    }

    long lost() {
        return lost.sum();
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                work.accept(waiting.take());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                // A lane that stops would end no call ever again.
                LOG.error("{}: lost one, going on", worker.getName(), e);
            }
        }
    }
}
