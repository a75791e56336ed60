package cn.anxin.hotline.people;

import cn.anxin.hotline.journal.Actor;

/**
 * Somebody who goes and looks: a volunteer, somebody of a person's family, or of a committee.
 * Redacts itself.
 *
 * @param actor as the journal names them
 */
public record Helper(Actor actor, String name) {

    @Override
    public String toString() {
        return "Helper[" + actor + "]";
    }
}
