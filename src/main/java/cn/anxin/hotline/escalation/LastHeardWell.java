package cn.anxin.hotline.escalation;

import java.time.Instant;
import java.util.Optional;

/**
 * When a person was last known to be well. Implemented by the room that asks them every day. Any
 * thread; reads only.
 */
public interface LastHeardWell {

    Optional<Instant> of(long person);
}
