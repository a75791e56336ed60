package cn.anxin.hotline.people.keeping;

import cn.anxin.hotline.people.Profile;
import java.util.List;

/** What is to be written over a person's stored profile. */
public record Change(long id, Profile before, Profile after) {

    /** The names of the fields whose values differ. */
    public List<String> fields() {
        return after.differencesFrom(before);
    }
}
