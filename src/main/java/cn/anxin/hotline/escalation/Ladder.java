package cn.anxin.hotline.escalation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * 上报链: whom to ring, step after step, without end. First everybody in turn: the paired volunteer,
 * each backup, the duty desk. From the second lap on wider: all volunteers at once, then the desk,
 * again and again. There are no empty rungs: a person without volunteers begins at the desk. Who
 * has said that they can't is not asked again.
 *
 * @param volunteers in the order of their pairing
 * @param declined those who said that they can't; a contact of the desk is never among them
 */
record Ladder(
        List<Contact.Volunteer> volunteers,
        List<Contact.DutyPhone> dutyDesk,
        Set<Contact> declined) {

    Ladder {
        volunteers = List.copyOf(volunteers);
        dutyDesk = List.copyOf(dutyDesk);
        declined = Set.copyOf(declined);
        if (dutyDesk.isEmpty()) {
            throw new IllegalArgumentException("a ladder without a duty desk would end");
        }
    }

    /** Those who are rung together at this step; empty if all of them have declined. */
    List<Contact> rung(int step) {
        var everybody = step < inTurn().size() ? inTurn().get(step) : wider(step - inTurn().size());
        return everybody.stream().filter(contact -> !declined.contains(contact)).toList();
    }

    /** How many steps follow one another until everybody was tried. */
    int rungs() {
        return inTurn().size();
    }

    /** Whether everybody has been tried once more when this step begins. */
    boolean beginsLap(int step) {
        var wide = step - inTurn().size();
        return wide >= 0 && wide % 2 == 0;
    }

    private List<List<Contact>> inTurn() {
        var rungs = new ArrayList<List<Contact>>();
        volunteers.forEach(volunteer -> rungs.add(List.of(volunteer)));
        rungs.add(List.copyOf(dutyDesk));
        return rungs;
    }

    private List<Contact> wider(int step) {
        return step % 2 == 0 ? List.copyOf(volunteers) : List.copyOf(dutyDesk);
    }
}
