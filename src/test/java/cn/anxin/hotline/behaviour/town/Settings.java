package cn.anxin.hotline.behaviour.town;

import java.nio.file.Path;
import java.util.List;

/** The service's settings for stories: a day's patience in seconds, so that a day fits a minute. */
final class Settings {

    private Settings() {}

    static List<String> quick(Path home, Neighbourhood where, int redisPort) {
        return List.of(
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
                "--hotline.duty.phones[0].name=值班台一",
                "--hotline.duty.phones[0].account=" + Installation.DESK_PHONES.get(0),
                "--hotline.duty.phones[1].name=值班台二",
                "--hotline.duty.phones[1].account=" + Installation.DESK_PHONES.get(1),
                "--hotline.duty.phones[2].name=值班台三",
                "--hotline.duty.phones[2].account=" + Installation.DESK_PHONES.get(2),
                "--hotline.duty.phones[3].name=值班手机",
                "--hotline.duty.phones[3].number=" + Installation.DUTY_MOBILE,
                "--hotline.embedded.postgres-port=" + Neighbourhood.freePort(),
                "--hotline.embedded.redis-port=" + redisPort,
                "--hotline.dialplan.duty-lap=6s",
                "--hotline.dialplan.duty-laps=4",
                "--hotline.due-work.interval=200ms",
                "--hotline.wellness.daily=false",
                "--hotline.wellness.ring=3s",
                "--hotline.wellness.patience=1500ms",
                "--hotline.wellness.spacing.busy=300ms",
                "--hotline.wellness.spacing.no-answer=300ms",
                "--hotline.wellness.spacing.rejected=300ms",
                "--hotline.wellness.spacing.unreachable=300ms",
                "--hotline.wellness.spacing.unconfirmed=300ms",
                "--hotline.wellness.spacing.other-number=300ms",
                "--hotline.wellness.spacing.line-fault=500ms",
                "--hotline.escalation.ring=5s",
                "--hotline.escalation.lap-pause=500ms",
                "--hotline.escalation.patience=1500ms",
                "--hotline.inbound.patience=1500ms");
    }
}
