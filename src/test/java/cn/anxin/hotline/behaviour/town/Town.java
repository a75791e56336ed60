package cn.anxin.hotline.behaviour.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.anxin.hotline.behaviour.phone.Call;
import cn.anxin.hotline.behaviour.phone.Caller;
import cn.anxin.hotline.behaviour.phone.PlacedCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** The town of one story: people and telephones of its own on the shared {@link Installation}. */
public final class Town {
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(20);
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(10);
    private static final Duration AT_REST_WITHIN = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final AtomicInteger NEXT = new AtomicInteger(1);
    private static final String HEADER =
            "序号,姓名,性别,年龄,村居委,住址,联系电话,备用电话,类别,问候时段,结对志愿者,志愿者电话,备份志愿者,备份志愿者电话,备注\n";

    private final Installation installation;
    private final Office office;
    private final List<Handset> handsets = new CopyOnWriteArrayList<>();
    private final List<PlacedCall> placed = new CopyOnWriteArrayList<>();
    private final List<ServedPerson> people = new CopyOnWriteArrayList<>();
    private final List<Talk> talks = new CopyOnWriteArrayList<>();

    Town(Installation installation) {
        this.installation = installation;
        this.office = new Office(installation.api());
    }

    public Office office() {
        return office;
    }

    public Installation installation() {
        return installation;
    }

    /** Somebody with one telephone, a volunteer and a backup. */
    public ServedPerson servedPerson() {
        return servedPeople(1).getFirst();
    }

    public List<ServedPerson> servedPeople(int count) {
        return enrol(count, 1);
    }

    public ServedPerson servedPersonWithTwoPhones() {
        return enrol(1, 2).getFirst();
    }

    private List<ServedPerson> enrol(int count, int phones) {
        var rows = new StringBuilder(HEADER);
        var drafts = IntStream.range(0, count).mapToObj(i -> new Draft(phones)).toList();
        drafts.forEach(draft -> rows.append(draft.row()));
        installation.api().importRoster(rows.toString());
        var enrolled = drafts.stream().map(Draft::enrolled).toList();
        people.addAll(enrolled);
        return enrolled;
    }

    public void startRound(ServedPerson... people) {
        startRound(List.of(people));
    }

    public void startRound(List<ServedPerson> people) {
        installation.api().startRound(people.stream().map(ServedPerson::id).toList());
    }

    /** Their check has come to nothing: whoever is called next is called for the incident. */
    public void neverReached(ServedPerson person) {
        startRound(person);
        person.phone().refuses(486);
        person.phone().refuses(486);
        person.phone().refuses(486);
    }

    /** Waits until the other side has given up. */
    public void seesEnd(Call call) {
        assertThat(call.endedWithin(ENDED_WITHIN)).as("the other side gives up").isNotNull();
    }

    public Figures figures() {
        return installation.figures();
    }

    /** The telephone of somebody whom the service does not know. */
    public Handset handset(String number) {
        return take(new Handset(installation.carrier(), number, this));
    }

    /** The telephones of the duty desk. */
    public DutyDesk dutyDesk() {
        return new DutyDesk(installation.desk(), this);
    }

    /** Rings the hotline. */
    public PlacedCall dials(Caller caller) {
        var call =
                installation
                        .carrier()
                        .call(
                                Neighbourhood.sipOf(installation.where().hotline()),
                                Installation.NUMBER,
                                caller);
        placed.add(call);
        return call;
    }

    /** Waits until this call of ours is answered. */
    public Talk answered(PlacedCall call) {
        assertThat(call.answeredWithin(ANSWERED_WITHIN)).as("the hotline answers").isTrue();
        return listenTo(call);
    }

    /** Each hears what the other one says: words that nothing of ours says to either of them. */
    public void talkTogether(Talk one, Talk other) {
        one.says("incident-over");
        other.hearsAPerson("incident-over");
        other.says("incident-declined");
        one.hearsAPerson("incident-declined");
    }

    Talk listenTo(Call call) {
        var talk = new Talk(call, installation);
        talks.add(talk);
        return talk;
    }

    private Handset take(Handset handset) {
        handsets.add(handset);
        return handset;
    }

    List<Talk> talks() {
        return talks;
    }

    List<Handset> handsets() {
        return handsets;
    }

    /**
     * Everybody helpful has been asked what was still owed to them, and nobody is called any more.
     */
    void comesToRest() {
        await("nobody is owed a call")
                .atMost(AT_REST_WITHIN)
                .pollInterval(BETWEEN_LOOKS)
                .until(() ->
                        people.stream().noneMatch(office::owesACall)
                                && installation.asterisk().channels().isEmpty());
    }

    void goHome() {
        placed.forEach(PlacedCall::hangUp);
        talks.forEach(Talk::hangsUp);
        people.forEach(person -> person.telephones().forEach(Handset::isHelpful));
    }

    /** A row of the roster, before it is a person. */
    private final class Draft {
        private final int one = NEXT.getAndIncrement();
        private final String name = "测试" + one;
        private final String address = "示范路" + one + "号";
        private final List<Handset> phones = new ArrayList<>();
        private final Handset volunteer = handset("1391%07d");
        private final Handset backup = handset("1392%07d");

        Draft(int count) {
            for (var i = 0; i < count; i++) {
                phones.add(handset("138" + i + "%07d"));
            }
        }

        private Handset handset(String form) {
            return Town.this.handset(form.formatted(one));
        }

        String row() {
            return String.join(
                            ",",
                            String.valueOf(one),
                            name,
                            "女",
                            "80",
                            "示范一居委",
                            address,
                            phones.getFirst().number(),
                            phones.size() > 1 ? phones.get(1).number() : "",
                            "独居",
                            "09:00-11:00",
                            "志愿" + one,
                            volunteer.number(),
                            "备份" + one,
                            backup.number(),
                            "")
                    + "\n";
        }

        ServedPerson enrolled() {
            var id =
                    installation
                            .api()
                            .get("/api/v1/people?number=" + phones.getFirst().number())
                            .at("/items/0/id")
                            .asLong();
            return new ServedPerson(id, name, address, phones, List.of(volunteer, backup));
        }
    }
}
