package cn.anxin.hotline.wellness.day;

import java.util.Map;

/** What a day's code words are called in the town; a word that is not known stays as it is. */
public final class DayWords {
    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    Map.entry("CONFIRMED", "本人报平安"),
                    Map.entry("CLEARED", "他人确认平安"),
                    Map.entry("AWAY", "外出或住院"),
                    Map.entry("ESCALATED", "已转人工处置"),
                    Map.entry("OPEN", "还没问到"),
                    Map.entry("NOT_DUE", "当天不用打"),
                    Map.entry("KEY", "本人按键"),
                    Map.entry("CALLED_US", "本人打来报平安"),
                    Map.entry("SPEECH", "听录音确认"),
                    Map.entry("TALKED", "电话里谈过"),
                    Map.entry("VISITED", "上门看过"),
                    Map.entry("REPORTED_WELL", "他人告知平安"),
                    Map.entry("INCIDENT", "处置中见到本人"),
                    Map.entry("PAUSE", "登记过外出"),
                    Map.entry("PLAN", "按安排不打"),
                    Map.entry("FINE", "按键平安"),
                    Map.entry("HELP", "按键求助"),
                    Map.entry("EMERGENCY", "按键急救"),
                    Map.entry("SPOKE", "只说话没按键"),
                    Map.entry("UNCONFIRMED", "接了没确认"),
                    Map.entry("NO_ANSWER", "没人接"),
                    Map.entry("BUSY", "占线"),
                    Map.entry("REJECTED", "拒接"),
                    Map.entry("UNREACHABLE", "关机或不在服务区"),
                    Map.entry("NO_SUCH_NUMBER", "空号"),
                    Map.entry("CUT_OFF", "通话中断"),
                    Map.entry("CONGESTION", "线路拥塞"),
                    Map.entry("LINE_FAULT", "线路故障"),
                    Map.entry("LOST", "结果不明"),
                    Map.entry("NOT_PLACED", "没打出去"),
                    Map.entry("UNDER_WAY", "正在打"),
                    Map.entry("NOTIFYING", "正在找人"),
                    Map.entry("TAKEN", "已接单"),
                    Map.entry("SEEN", "已见到本人"),
                    Map.entry("SETTLED", "已办结"),
                    Map.entry("WELL", "平安"),
                    Map.entry("HELPED", "已帮助"),
                    Map.entry("HOSPITAL", "已送医"),
                    Map.entry("WRONG_NUMBER", "号码不对"),
                    Map.entry("DIED", "去世"),
                    Map.entry("INCIDENT_OPENED", "转人工处置"),
                    Map.entry("INCIDENT_SETTLED", "处置办结"),
                    Map.entry("WAITS_AGAIN", "又要打"),
                    Map.entry("LEFT_THE_ROSTER", "移出名单"),
                    Map.entry("CHECK_REMOVED", "记录被删"));

    private DayWords() {}

    public static String of(String code) {
        return WORDS.getOrDefault(code, code);
    }
}
