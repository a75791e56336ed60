package cn.anxin.hotline.wellness.deadline;

import cn.anxin.hotline.escalation.IncidentSubject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the duty desk hears and sees of a round in danger, as it stands at that moment. */
@Component
class DangerWords implements IncidentSubject {
    private static final String WHAT_TO_DO = "请在值守屏上打印打电话名单，先打给高风险的老人，再请技术人员来看。";

    private final JdbcClient jdbc;

    DangerWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Words> of(long incident) {
        return jdbc.sql(
                        """
                        select kind, round_id is not null as extra, still_open, late,
                            since is null as over
                        from round_danger
                        where id = (select danger_id from round_danger_incident
                            where incident_id = :incident)
                        """)
                .param("incident", incident)
                .query((row, _) -> words(row))
                .optional();
    }

    private static Words words(ResultSet row) throws SQLException {
        var round = row.getBoolean("extra") ? "临时加问" : "今天的问候";
        var open = row.getInt("still_open");
        return switch (Danger.valueOf(row.getString("kind"))) {
            case NOT_BEGUN ->
                    row.getBoolean("over")
                            ? over(round + "没有按时开始")
                            : new Words(
                                    round + "没有开始",
                                    "%s电话到了时间还没有开始打，还有%d位老人没有问到。%s"
                                            .formatted(round, open, WHAT_TO_DO));
            case STUCK ->
                    row.getBoolean("over")
                            ? over(round + "停住过")
                            : new Words(
                                    round + "停住了",
                                    "%s电话停住了，还有%d位老人没有问到。%s".formatted(round, open, WHAT_TO_DO));
            case WILL_NOT_FINISH ->
                    row.getBoolean("over")
                            ? over(round + "差一点来不及")
                            : new Words(
                                    round + "来不及打完",
                                    "%s电话照现在这样打，有%d位老人到时间还打不到。没有问到的一共还有%d位。%s"
                                            .formatted(
                                                    round, row.getInt("late"), open, WHAT_TO_DO));
        };
    }

    private static Words over(String what) {
        return new Words(what, what + "，现在又正常了。请您看一下值守屏，把这件事办结。");
    }
}
