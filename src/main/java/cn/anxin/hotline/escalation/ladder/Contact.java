package cn.anxin.hotline.escalation.ladder;

import cn.anxin.hotline.call.Destination;
import cn.anxin.hotline.journal.Actor;

/**
 * Somebody who can be rung for an incident. Redacts itself.
 *
 * @param actor as the journal names them; two contacts of one actor are the same telephone
 * @param name for screens, unmasked
 */
public record Contact(Actor actor, Role role, String name, Destination destination) {

    @Override
    public String toString() {
        return "Contact[" + role + " " + actor + "]";
    }
}
