package cn.anxin.hotline.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.Answer;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.call.Placement;
import cn.anxin.hotline.escalation.IncidentOutcome;
import cn.anxin.hotline.escalation.Incidents;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.wellness.Clearing;
import cn.anxin.hotline.wellness.Clearing.How;
import cn.anxin.hotline.wellness.SpokenReplies;
import cn.anxin.hotline.wellness.day.AttemptList;
import cn.anxin.hotline.wellness.day.AttemptList.ListedAttempt;
import cn.anxin.hotline.wellness.day.DayRecords;
import cn.anxin.hotline.wellness.day.PeopleOfTheDay;
import cn.anxin.hotline.wellness.day.PeopleOfTheDay.PersonOfTheDay;
import cn.anxin.hotline.wellness.day.PeopleOfTheDay.Who;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every outcome that is told apart: it can be produced, is stored with its evidence, and is told by
 * the day as it stands and as it is kept.
 */
class EveryOutcomeTest extends RoomStory {
    private static final Actor WANG = Actor.duty("王芳");
    private static final CallId THEY_RING_US = new CallId("1795298480.31");

    @Autowired Clearing clearing;
    @Autowired Incidents incidents;
    @Autowired SpokenReplies spoken;
    @Autowired PeopleOfTheDay people;
    @Autowired DayRecords records;
    @Autowired AttemptList attempts;
    @Autowired MovableClock clock;

    @AfterEach
    void forgetWhatWasKept() {
        KeptDays.forget(jdbc);
        jdbc.sql("truncate spoken_reply").update();
    }

    /** Of a check that is open, the evidence is its attempt's: Q.850 cause, signs of a machine. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # befalls them    | standing  | method        | attempts       | evidence
                    PRESSES_FINE      | CONFIRMED | KEY           | FINE           | key 1 in chk-.+
                    SPEAKS            | CONFIRMED | SPEECH        | SPOKE          | recording chk-.+wav
                    PRESSES_HELP      | ESCALATED |               | HELP           | incident NOTIFYING HELP
                    PRESSES_EMERGENCY | ESCALATED |               | EMERGENCY      | incident NOTIFYING EMERGENCY
                    ANSWERS_ONLY      | OPEN      |               | UNCONFIRMED    | 16
                    MACHINE_ANSWERS   | OPEN      |               | UNCONFIRMED    | 16 machine LONG_GREETING ANSWERED_AT_ONCE
                    NO_ANSWER         | OPEN      |               | NO_ANSWER      | 19
                    BUSY              | OPEN      |               | BUSY           | 17
                    REJECTED          | OPEN      |               | REJECTED       | 21
                    SWITCHED_OFF      | OPEN      |               | UNREACHABLE    | 18
                    NO_SUCH_NUMBER    | ESCALATED |               | NO_SUCH_NUMBER | incident NOTIFYING NO_NUMBER
                    LINE_CONGESTED    | OPEN      |               | CONGESTION     | 34
                    LINE_FAULT        | OPEN      |               | LINE_FAULT     | 38
                    CUT_OFF           | OPEN      |               | CUT_OFF        | 41
                    END_NEVER_SEEN    | OPEN      |               | LOST           | null
                    NOTHING_RANG      | OPEN      |               | NOT_PLACED     | null
                    MISSES_ALL        | ESCALATED |               | NO_ANSWER BUSY UNREACHABLE | incident NOTIFYING MISSED
                    CALLS_US          | CONFIRMED | CALLED_US     | NO_ANSWER      | key 8 in 1795298480.31
                    TALKED_WITH       | CLEARED   | TALKED        | NO_ANSWER      | word of duty:王芳
                    VISITED           | CLEARED   | VISITED       | NO_ANSWER      | word of duty:王芳
                    REPORTED_WELL     | CLEARED   | REPORTED_WELL | NO_ANSWER      | word of volunteer:7
                    SEEN_BY_HELPERS   | CLEARED   | INCIDENT      | NO_ANSWER      | incident .+: WELL
                    IN_HOSPITAL       | AWAY      | INCIDENT      | NO_ANSWER      | incident .+: HOSPITAL
                    PAUSED            | AWAY      | PAUSE         |                | pause .+
                    LEFT_THE_ROSTER   | NOT_DUE   | PLAN          |                | LEFT_THE_ROSTER
                    """)
    void isStoredWithItsEvidenceAndTold(
            Fate fate,
            String standing,
            @Nullable String method,
            @Nullable String came,
            String evidence) {
        befalls(fate);

        var live = live();
        assertThat(live.standing()).isEqualTo(standing);
        assertThat(live.method() == null ? null : live.method().name()).isEqualTo(method);
        assertThat(live.attempts()).isEqualTo(came == null ? List.of() : List.of(came.split(" ")));
        assertThat(evidence(live)).matches(Pattern.compile(evidence));
        assertThat(told(live())).isEqualTo(toldByTheRecord());
    }

    private enum Fate {
        PRESSES_FINE,
        SPEAKS,
        PRESSES_HELP,
        PRESSES_EMERGENCY,
        ANSWERS_ONLY,
        MACHINE_ANSWERS,
        NO_ANSWER,
        BUSY,
        REJECTED,
        SWITCHED_OFF,
        NO_SUCH_NUMBER,
        LINE_CONGESTED,
        LINE_FAULT,
        CUT_OFF,
        END_NEVER_SEEN,
        NOTHING_RANG,
        MISSES_ALL,
        CALLS_US,
        TALKED_WITH,
        VISITED,
        REPORTED_WELL,
        SEEN_BY_HELPERS,
        IN_HOSPITAL,
        PAUSED,
        LEFT_THE_ROSTER
    }

    private void befalls(Fate fate) {
        switch (fate) {
            case PRESSES_FINE -> turn.hold(ScriptedLine.pressing(check(), '1'));
            case SPEAKS -> speaks();
            case PRESSES_HELP -> turn.hold(ScriptedLine.pressing(check(), '2'));
            case PRESSES_EMERGENCY -> turn.hold(ScriptedLine.pressing(check(), '0'));
            case ANSWERS_ONLY -> ends(CallOutcome.ANSWERED, 16);
            case MACHINE_ANSWERS -> machineAnswers();
            case NO_ANSWER -> ends(CallOutcome.NO_ANSWER, 19);
            case BUSY -> ends(CallOutcome.BUSY, 17);
            case REJECTED -> ends(CallOutcome.REJECTED, 21);
            case SWITCHED_OFF -> ends(CallOutcome.UNREACHABLE, 18);
            case NO_SUCH_NUMBER -> ends(CallOutcome.NO_SUCH_NUMBER, 1);
            case LINE_CONGESTED -> ends(CallOutcome.CONGESTION, 34);
            case LINE_FAULT -> ends(CallOutcome.LINE_FAULT, 38);
            case CUT_OFF -> ends(CallOutcome.ANSWERED, 41);
            case END_NEVER_SEEN -> {
                check();
                telephone.onlyTheseLive(Instant.now().plusSeconds(30));
            }
            case NOTHING_RANG -> {
                telephone.refuse(Placement.Reason.NO_FREE_CHANNEL);
                rounds.startNow(List.of(elder));
                turn.sweep();
                telephone.accept();
            }
            case MISSES_ALL -> missAllAttempts();
            case CALLS_US -> {
                ends(CallOutcome.NO_ANSWER, 19);
                theyRingUsAndPress(new Answer.Pressed('8'), new Answer.Silent());
            }
            case TALKED_WITH -> cleared(How.TALKED, WANG);
            case VISITED -> cleared(How.VISITED, WANG);
            case REPORTED_WELL -> cleared(How.REPORTED_WELL, Actor.volunteer(7));
            case SEEN_BY_HELPERS -> settled(IncidentOutcome.WELL);
            case IN_HOSPITAL -> settled(IncidentOutcome.HOSPITAL);
            case PAUSED -> paused();
            case LEFT_THE_ROSTER -> {
                telephone.free(0);
                rounds.startNow(List.of(elder));
                jdbc.sql("update person set enrolled = false").update();
                clock.move(Duration.ofSeconds(6));
                turn.sweep();
            }
        }
    }

    private void speaks() {
        var call = check();
        var answers = new Answer[] {new Answer.Spoke(), new Answer.Spoke(), new Answer.HungUp()};
        turn.hold(new ScriptedLine(call, null, answers));
        spoken.heard(call, WANG, true, "");
    }

    private void machineAnswers() {
        var call = check();
        turn.hold(
                new ScriptedLine(call, null, new Answer.Spoke(), new Answer.HungUp())
                        .speakingFor(Duration.ofSeconds(9)));
        telephone.end(call, CallOutcome.ANSWERED, 16);
    }

    private void ends(CallOutcome outcome, int q850Cause) {
        telephone.end(check(), outcome, q850Cause);
    }

    private void theyRingUsAndPress(Answer... answers) {
        turn.hold(new ScriptedLine(THEY_RING_US, new PhoneNumber(ELDER), answers));
    }

    private void cleared(How how, Actor by) {
        ends(CallOutcome.NO_ANSWER, 19);
        clearing.clear(today(), checkId(), by, how, "");
    }

    /** They had asked for help on the hotline while the check of today was open. */
    private void settled(IncidentOutcome outcome) {
        ends(CallOutcome.NO_ANSWER, 19);
        theyRingUsAndPress(new Answer.Pressed('5'));
        incidents.settle(incident(), WANG, outcome, "");
    }

    private void paused() {
        jdbc.sql(
                        """
                        insert into pause (person_id, begins_on, back_on, owner, reason,
                            next_action_at)
                        values (:person, :day, cast(:day as date) + 3, 'duty:王芳', 'HOSPITAL', now())
                        """)
                .param("person", elder)
                .param("day", today())
                .update();
        rounds.startNow(List.of(elder));
    }

    private PersonOfTheDay live() {
        return people.page(today(), Who.EVERYBODY, 0, 10).getFirst();
    }

    private String evidence(PersonOfTheDay person) {
        var evidence = person.evidence();
        if (evidence != null) {
            return evidence;
        }
        if (person.incidentId() != null) {
            turn.sweep();
            return "incident %s %s".formatted(live().incident(), severity());
        }
        return attempts.of(today(), checkId()).stream()
                .map(EveryOutcomeTest::evidence)
                .collect(Collectors.joining(", "));
    }

    private static String evidence(ListedAttempt attempt) {
        return Stream.of(
                        Stream.of(Objects.toString(attempt.q850Cause())),
                        attempt.maybeMachine() ? Stream.of("machine") : Stream.<String>of(),
                        attempt.machineSigns().stream())
                .flatMap(one -> one)
                .collect(Collectors.joining(" "));
    }

    private static String told(PersonOfTheDay person) {
        return "%s %s %s %s %s %s"
                .formatted(
                        person.standing(),
                        person.method(),
                        person.evidence(),
                        person.endedBy(),
                        person.attempts(),
                        person.maybeMachines());
    }

    private String toldByTheRecord() {
        records.keepNow(today(), WANG);
        return jdbc.sql("select * from day_record_person where person_id = ?")
                .param(elder)
                .query((row, _) ->
                        "%s %s %s %s %s %s"
                                .formatted(
                                        row.getString("standing"),
                                        row.getString("method"),
                                        row.getString("evidence"),
                                        row.getString("ended_by"),
                                        List.of((String[]) row.getArray("attempts").getArray()),
                                        row.getInt("maybe_machines")))
                .single();
    }

    private long checkId() {
        return jdbc.sql("select id from wellness_check").query(Long.class).single();
    }

    private LocalDate today() {
        return jdbc.sql("select (now() at time zone :zone)::date")
                .param("zone", hotline.zone().getId())
                .query(LocalDate.class)
                .single();
    }
}
