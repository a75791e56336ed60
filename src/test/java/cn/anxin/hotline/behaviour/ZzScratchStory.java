package cn.anxin.hotline.behaviour;

import cn.anxin.hotline.behaviour.town.*;
import java.util.concurrent.*;
import org.junit.jupiter.api.Test;

@DisasterStory
class ZzScratchStory {
    @Test
    void many(Town town) throws Exception {
        var people = town.servedPeople(24);
        town.startRound(people);
        try (var ex = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var p : people) {
                ex.submit(() -> {
                    try {
                        var t = p.phone().picksUp().hears("check-greeting");
                        var at = System.nanoTime();
                        var l = t.call().recording().length();
                        t.presses("1");
                        System.out.println(
                                p.phone().number()
                                        + " pressed at "
                                        + l
                                        + " took "
                                        + (t.lastKey() - at) / 1e6);
                        t.hears("check-fine");
                    } catch (Throwable e) {
                        System.out.println(p.phone().number() + " " + e);
                    }
                });
            }
        }
    }
}
