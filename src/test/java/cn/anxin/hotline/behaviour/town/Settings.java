package cn.anxin.hotline.behaviour.town;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The service's settings for stories: a day's patience in seconds, so that a day fits a minute. */
final class Settings {

    private Settings() {}

    static List<String> quick(Path home, Neighbourhood where, int redisPort) {
        var settings = new ArrayList<>(dutyDesk());
        settings.addAll(patience());
        settings.addAll(
                List.of(
                        "--hotline.home=" + home,
                        "--server.address=" + where.hotline(),
                        "--server.port=" + Neighbourhood.WEB,
                        "--hotline.number=" + Installation.NUMBER,
                        "--hotline.asterisk.sip=" + where.hotline() + ":" + Neighbourhood.SIP,
                        "--hotline.asterisk.ami=" + where.hotline() + ":" + Neighbourhood.AMI,
                        "--hotline.asterisk.agi=" + where.hotline() + ":" + Neighbourhood.AGI,
                        "--hotline.trunk.match=" + where.carrier() + "," + where.secondCarrier(),
                        "--hotline.trunk.contact=" + where.carrier() + ":" + Neighbourhood.SIP,
                        "--hotline.trunk.calls-per-second=50",
                        "--hotline.embedded.postgres-port=" + Neighbourhood.freePort(),
                        "--hotline.embedded.redis-port=" + redisPort));
        return List.copyOf(settings);
    }

    private static List<String> dutyDesk() {
        var phones = new ArrayList<String>();
        for (var account : Installation.DESK_PHONES) {
            phones.add(phone(phones.size() / 2, "name=值班台" + account));
            phones.add(phone(phones.size() / 2, "account=" + account));
        }
        phones.add(phone(Installation.DESK_PHONES.size(), "name=值班手机"));
        phones.add(phone(Installation.DESK_PHONES.size(), "number=" + Installation.DUTY_MOBILE));
        return phones;
    }

    private static String phone(int index, String property) {
        return "--hotline.duty.phones[" + index + "]." + property;
    }

    private static List<String> patience() {
        return List.of(
                "--hotline.dialplan.duty-lap=6s",
                "--hotline.dialplan.duty-laps=4",
                "--hotline.due-work.interval=200ms",
                "--hotline.wellness.daily=false",
                "--hotline.wellness.ring=3s",
                "--hotline.wellness.patience=1500ms",
                "--hotline.wellness.dialogue.pause=1s",
                "--hotline.wellness.desk-word=500ms",
                "--hotline.wellness.spacing.busy=300ms",
                "--hotline.wellness.spacing.no-answer=300ms",
                "--hotline.wellness.spacing.rejected=300ms",
                "--hotline.wellness.spacing.unreachable=300ms",
                "--hotline.wellness.spacing.unconfirmed=300ms",
                "--hotline.wellness.spacing.other-number=300ms",
                "--hotline.wellness.number-doubt=0s",
                "--hotline.wellness.spacing.line-fault=500ms",
                "--hotline.escalation.ring=5s",
                "--hotline.escalation.lap-pause=500ms",
                "--hotline.escalation.patience=1500ms",
                "--hotline.wellness.call-sheet.every=1s",
                "--hotline.watchdog.patience=3s",
                "--hotline.inbound.patience=1500ms");
    }
}
