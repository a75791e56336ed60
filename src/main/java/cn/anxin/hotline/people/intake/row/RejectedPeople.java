package cn.anxin.hotline.people.intake.row;

import cn.anxin.hotline.people.intake.header.RosterColumn;
import cn.anxin.hotline.people.intake.words.CellText;
import java.util.HashSet;
import java.util.Set;

/**
 * Whom the rejected rows of a file may mean: none of them may be taken for missing from it.
 *
 * <p>A row with a name means somebody of that name, wherever they live; one without means anybody
 * of its committee; one whose cells may have slipped means anybody.
 */
public final class RejectedPeople {
    private final Set<String> names = new HashSet<>();
    private final Set<String> committees = new HashSet<>();
    private boolean anybody;

    void add(RosterCells cells) {
        add(
                cells.header().place(RosterColumn.NAME).map(cells::glance).orElse(""),
                cells.committee());
    }

    void add(RosterEntry entry) {
        add(entry.name(), entry.committee());
    }

    void addAnybody() {
        anybody = true;
    }

    public boolean mayInclude(String name, String committee) {
        return anybody || names.contains(name) || committees.contains(committee);
    }

    private void add(String name, String committee) {
        if (!name.isEmpty()) {
            names.add(CellText.name(name));
        } else if (!committee.isEmpty()) {
            committees.add(committee);
        } else {
            anybody = true;
        }
    }
}
