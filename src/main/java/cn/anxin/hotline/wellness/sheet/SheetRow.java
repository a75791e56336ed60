package cn.anxin.hotline.wellness.sheet;

import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.people.Person;
import cn.anxin.hotline.people.RiskLevel;
import cn.anxin.hotline.wellness.day.DayWords;
import cn.anxin.hotline.wellness.sheet.OpenPeople.Open;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** One person as the sheet shows them, in clear; texts are not escaped. Redacts itself. */
record SheetRow(
        int place,
        boolean atHighRisk,
        String name,
        String committee,
        String address,
        List<String> numbers,
        String volunteer,
        String closes,
        String tried,
        boolean maybeMachine,
        String inHand) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    static SheetRow of(int place, Open open, NumberPlan plan, ZoneId zone) {
        var person = open.person();
        return new SheetRow(
                place,
                person.risk() == RiskLevel.HIGH,
                person.name(),
                person.committee(),
                person.address(),
                person.numbers().stream().map(number -> number.written(plan)).toList(),
                volunteer(person, plan),
                TIME.format(open.closes().atZone(zone)),
                String.join("、", open.attempts().stream().map(DayWords::of).toList()),
                open.maybeMachine(),
                inHand(open));
    }

    private static String volunteer(Person person, NumberPlan plan) {
        return person.profile().ladder().stream()
                .findFirst()
                .map(one -> one.name() + " " + one.number().written(plan))
                .orElse("");
    }

    private static String inHand(Open open) {
        var state = open.incident();
        if (state == null) {
            return "";
        }
        var words = state.equals("OPEN") ? "刚转人工" : DayWords.of(state);
        return open.inHand() == null ? words : words + " " + open.inHand();
    }

    @Override
    public String toString() {
        return "SheetRow[" + place + "]";
    }
}
