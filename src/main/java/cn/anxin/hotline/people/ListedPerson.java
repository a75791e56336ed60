package cn.anxin.hotline.people;

import java.util.List;
import java.util.Set;

/**
 * A served person as a list shows them: no address, no note.
 *
 * @param numbers masked
 */
public record ListedPerson(
        long id,
        String name,
        String committee,
        Window window,
        List<String> numbers,
        Set<Category> categories,
        boolean enrolled) {

    @Override
    public String toString() {
        return "ListedPerson[" + id + "]";
    }
}
