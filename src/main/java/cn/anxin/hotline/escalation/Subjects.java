package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.Prompt;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the incidents without a person are about, whichever room opened them. */
@Component
class Subjects {
    private final ObjectProvider<IncidentSubject> rooms;

    Subjects(ObjectProvider<IncidentSubject> rooms) {
        this.rooms = rooms;
    }

    String titleOf(long incident) {
        return of(incident).map(IncidentSubject.Words::title).orElse("");
    }

    Prompt spoken(long incident) {
        return of(incident)
                .map(words -> Prompt.spoken(words.spoken(), "alarm-somewhere"))
                .orElseGet(() -> Prompt.of("alarm-somewhere"));
    }

    private Optional<IncidentSubject.Words> of(long incident) {
        return rooms.stream().flatMap(room -> room.of(incident).stream()).findFirst();
    }
}
