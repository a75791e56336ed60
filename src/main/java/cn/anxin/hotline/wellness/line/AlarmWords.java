package cn.anxin.hotline.wellness.line;

import cn.anxin.hotline.escalation.IncidentSubject;
import cn.anxin.hotline.wellness.line.AlarmList.Place;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the duty desk hears and sees of an alarm. */
@Component
class AlarmWords implements IncidentSubject {
    private static final int LONGEST_PLACE = 40;

    private final AlarmList alarms;

    AlarmWords(AlarmList alarms) {
        this.alarms = alarms;
    }

    @Override
    public Optional<Words> of(long incident) {
        return alarms.placeOf(incident).map(AlarmWords::words);
    }

    private static Words words(Place place) {
        var name = title(place);
        return new Words(name, place.resumed() ? resumed(name) : silent(name, place));
    }

    static String title(Place place) {
        return switch (place.kind()) {
            case TRUNK -> "打出去的线路";
            case PREFIX -> place.name() + "开头的号码";
            case BUILDING, COMMITTEE ->
                    place.name().length() <= LONGEST_PLACE
                            ? place.name()
                            : place.name().substring(0, LONGEST_PLACE);
        };
    }

    private static String resumed(String name) {
        return name + "，刚才问候电话一下子打不通，现在又打得通了，问候已经接着打。请您看一下值守屏，把这件事办结。";
    }

    private static String silent(String name, Place place) {
        var found =
                place.faults()
                        ? "，刚才打了%d个电话，有%d个没打出去。".formatted(place.rung(), place.missed())
                        : "，刚才打给%d位老人，有%d位没人接，平时没有这么多。".formatted(place.rung(), place.missed());
        return name
                + found
                + switch (place.kind()) {
                    case TRUNK, PREFIX -> "可能是电话线路坏了。问候先停下来了，我们会隔一会儿试一试。请您问一问电信公司。";
                    case BUILDING, COMMITTEE -> "可能是停电了，也可能是电话断了。这一片的问候先停下来了，请您派人去看一看。";
                }
                + (place.atHighRisk() == 0
                        ? ""
                        : "其中高风险的有%d位，请先去看他们。".formatted(place.atHighRisk()));
    }
}
