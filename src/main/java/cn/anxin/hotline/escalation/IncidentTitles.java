package cn.anxin.hotline.escalation;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the incidents without a person are about, whichever room opened them. Any thread. */
@Component
public class IncidentTitles {
    private final ObjectProvider<IncidentSubject> rooms;

    IncidentTitles(ObjectProvider<IncidentSubject> rooms) {
        this.rooms = rooms;
    }

    /** For screens; empty if no room knows it. */
    public String of(long incident) {
        return words(incident).map(IncidentSubject.Words::title).orElse("");
    }

    /** For the telephone. */
    public Optional<String> spoken(long incident) {
        return words(incident).map(IncidentSubject.Words::spoken);
    }

    private Optional<IncidentSubject.Words> words(long incident) {
        return rooms.stream().flatMap(room -> room.of(incident).stream()).findFirst();
    }
}
