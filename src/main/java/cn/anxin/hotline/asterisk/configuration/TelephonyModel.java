package cn.anxin.hotline.asterisk.configuration;

import cn.anxin.hotline.asterisk.AsteriskSettings;
import cn.anxin.hotline.asterisk.Endpoint;
import cn.anxin.hotline.call.Destination;
import cn.anxin.hotline.call.DutyPhones;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the templates are filled with. */
final class TelephonyModel {
    private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}|localhost");
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern PEER = Pattern.compile("[A-Za-z0-9.-]{1,253}(/\\d{1,2})?");

    /**
     * Calls Asterisk may hold beyond the trunk's channels: desk phones, and the two halves of each
     * mobile rung for a waiting caller. A backstop; the service's own reserve bounds the round.
     */
    private static final int CALLS_A_CHANNEL = 4;

    private final TelephonySettings settings;
    private final AsteriskProgram program;
    private final Secrets secrets;

    TelephonyModel(TelephonySettings settings, AsteriskProgram program, Secrets secrets) {
        this.settings = settings;
        this.program = program;
        this.secrets = secrets;
    }

    /** For our own Asterisk. */
    Map<String, Object> hotline(AsteriskFolders folders) {
        var model = common(folders, settings.asterisk().sip(), settings.asterisk().ami());
        var asterisk = settings.asterisk();
        var trunk = settings.trunk();
        var dialplan = settings.dialplan();
        model.put("called", NumberForms.of(number(), settings.plan(), trunk.calledAs()));
        model.put("agi", loopback("hotline.asterisk.agi", asterisk.agi()));
        model.put("rtp", asterisk.rtp());
        model.put("eventsLogin", AsteriskSettings.EVENTS_LOGIN);
        model.put("eventsSecret", amiSecret("ami-events-secret", asterisk.amiEventsSecret()));
        model.put("actionsLogin", AsteriskSettings.ACTIONS_LOGIN);
        model.put("actionsSecret", amiSecret("ami-actions-secret", asterisk.amiActionsSecret()));
        model.put("carriers", trunk.match().stream().map(TelephonyModel::peer).toList());
        model.put("contact", trunk.contact());
        model.put("deskPhones", deskPhones());
        model.put("mobiles", mobiles());
        model.put("lease", settings.agi().lease().toSeconds());
        model.put("lap", dialplan.dutyLap().toSeconds());
        model.put("laps", dialplan.dutyLaps());
        model.put("mobileRing", dialplan.mobileRing().toSeconds());
        model.put("messageLength", dialplan.message().toSeconds());
        model.put("messages", messages());
        model.put("watchdogHeard", watchdog().resolve("heard"));
        model.put("ringing", ringing());
        return model;
    }

    /** For the Asterisk that plays the town. */
    Map<String, Object> town(AsteriskFolders folders, List<TownTable.Telephone> telephones) {
        var town = settings.simulator();
        var model = common(folders, town.address(), town.ami());
        model.put("rtp", town.rtp());
        model.put("desk", bound("hotline.simulator.desk", town.desk()));
        model.put("hotline", settings.asterisk().sip());
        model.put("townSecret", townSecret());
        model.put("deskPhones", deskPhones());
        model.put("telephones", telephones);
        model.put("initialDelay", program.knows("max_random_initial_delay"));
        model.put("speed", town.speed());
        model.put("zone", settings.hotline().zone());
        model.put("townLog", townLogs().resolve("town.log"));
        model.put("heard", heard());
        return model;
    }

    String townSecret() {
        return secrets.of("hotline.simulator.ami-secret");
    }

    Path messages() {
        return settings.home().resolve("messages");
    }

    /** What the watchdog and the dialplan tell each other. */
    Path watchdog() {
        return settings.home().resolve("watchdog");
    }

    /** Whom the watchdog rings: extensions of its context, in the order of the settings. */
    List<String> watchdogPhones() {
        var phones = new ArrayList<String>();
        deskPhones().forEach(phone -> phones.add(phone.account()));
        mobiles().forEach(phone -> phones.add(phone.dialled()));
        return phones;
    }

    /** Without its ending, as Asterisk names sounds. */
    Path ringing() {
        return settings.home().resolve("sounds/ringing");
    }

    /** Where the town writes what its telephones saw. */
    Path townLogs() {
        return settings.home().resolve("simulator/log");
    }

    Path heard() {
        return settings.home().resolve("simulator/heard");
    }

    /** Accounts of the desk phones, in the order of the settings. */
    List<DeskPhone> deskPhones() {
        var phones = new ArrayList<DeskPhone>();
        for (var phone : settings.duty().phones()) {
            if (phone.destination(settings.plan()) instanceof Destination.DeskPhone(var account)) {
                var password = secrets.of("hotline.duty.password." + account);
                phones.add(new DeskPhone(account, phone.name(), password));
            }
        }
        return phones;
    }

    /** A telephone that registers with our Asterisk. */
    record DeskPhone(String account, String name, String password) {
        @Override
        public String toString() {
            return "DeskPhone[" + account + "]";
        }
    }

    /** A telephone reached through the trunk, as the trunk wants it dialled. */
    record Mobile(String dialled, String name) {
        @Override
        public String toString() {
            return "Mobile[" + name + "]";
        }
    }

    private List<Mobile> mobiles() {
        var mobiles = new ArrayList<Mobile>();
        for (DutyPhones.Phone phone : settings.duty().phones()) {
            if (phone.destination(settings.plan()) instanceof Destination.Outside(var number)) {
                mobiles.add(new Mobile(number.dialled(settings.plan()), phone.name()));
            }
        }
        return mobiles;
    }

    private Map<String, Object> common(AsteriskFolders folders, Endpoint sip, Endpoint ami) {
        var model = new HashMap<String, Object>();
        model.put("folders", folders);
        model.put("modules", program.modules());
        model.put("number", number());
        model.put("sip", bound("SIP", sip));
        model.put("ami", loopback("AMI", ami));
        model.put("maxCalls", settings.trunk().channels() * CALLS_A_CHANNEL);
        model.put("taskpool", program.knows("taskpool_minimum_size"));
        model.put("sounds", settings.home().resolve("sounds/zh/hotline"));
        return model;
    }

    private String number() {
        return settings.hotline().number();
    }

    private String amiSecret(String name, String chosen) {
        return chosen.isBlank() ? secrets.of("hotline.asterisk." + name) : chosen;
    }

    private static Endpoint bound(String what, Endpoint endpoint) {
        if (!IPV4.matcher(endpoint.host()).matches()) {
            throw new BadSettingException(what + ": an IPv4 address to listen on");
        }
        return endpoint;
    }

    private static Endpoint loopback(String what, Endpoint endpoint) {
        if (!LOOPBACK.matcher(endpoint.host()).matches()) {
            throw new BadSettingException(
                    what + ": an address of this machine's loopback, for it has no encryption");
        }
        return endpoint;
    }

    private static String peer(String address) {
        if (!PEER.matcher(address).matches()) {
            throw new BadSettingException("hotline.trunk.match: addresses, such as 10.0.0.1/32");
        }
        return address;
    }
}
