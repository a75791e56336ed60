package cn.anxin.hotline.rooms;

import cn.anxin.hotline.call.Answer;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.PhoneNumber;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody who helps rings the hotline. */
abstract class MenuStory extends RoomStory {
    static final CallId CALL = new CallId("1795298480.30");

    static ScriptedLine from(@Nullable String number, Answer... answers) {
        return new ScriptedLine(CALL, number == null ? null : new PhoneNumber(number), answers);
    }

    /** And puts the receiver down. */
    static ScriptedLine pressing(@Nullable String number, String keys) {
        var answers = new Answer[keys.length() + 1];
        Arrays.setAll(
                answers,
                place ->
                        place < keys.length()
                                ? new Answer.Pressed(keys.charAt(place))
                                : new Answer.HungUp());
        return from(number, answers);
    }

    /** The volunteer has taken the elder's incident in a call of ours. */
    void taken() {
        var call = missAllAttempts();
        turn.hold(ScriptedLine.pressing(call, '1'));
        telephone.end(call, CallOutcome.ANSWERED);
        turn.sweep();
    }

    String incidentColumn(String name) {
        return jdbc.sql(
                        "select coalesce(%s::text, '') from incident order by id desc limit 1"
                                .formatted(name))
                .query(String.class)
                .single();
    }

    long paired() {
        return jdbc.sql("select volunteer_id from pairing where person_id = ? and position = 1")
                .param(elder)
                .query(Long.class)
                .single();
    }

    List<String> journalled(String like) {
        return jdbc.sql("select kind from journal where kind like ? order by id")
                .param(like)
                .query(String.class)
                .list();
    }
}
