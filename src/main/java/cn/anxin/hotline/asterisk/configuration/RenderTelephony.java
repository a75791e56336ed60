package cn.anxin.hotline.asterisk.configuration;

import cn.anxin.hotline.asterisk.Endpoint;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes everything that Asterisk needs to start, below {@code $HOTLINE_HOME}. Takes the service's
 * own arguments and settings, and
 *
 * <ul>
 *   <li>{@code --simulator}: the simulated town as well
 *   <li>{@code HOTLINE_BUNDLE}: the shell file that names Asterisk's folders
 *   <li>{@code HOTLINE_ROOT}: where {@code dialplans/} lies; the working directory if not set
 *   <li>{@code HOTLINE_RUN_DIR}: for sockets; {@code $HOTLINE_HOME/run} if not set
 * </ul>
 *
 * <p>Ends with 0; with {@value #BAD_SETTING} and one line when a setting is at fault; with 1 when
 * the disk is.
 */
public final class RenderTelephony {
    static final int BAD_SETTING = 2;
    private static final String SIMULATOR = "--simulator";

    private final TelephonySettings settings;
    private final Path templates;
    private final AsteriskFolders asterisk;
    private final AsteriskFolders simulator;

    private RenderTelephony(TelephonySettings settings) {
        this.settings = settings;
        var home = settings.home();
        var runs = settings.property("HOTLINE_RUN_DIR").map(Path::of).orElse(home.resolve("run"));
        templates = Path.of(settings.property("HOTLINE_ROOT").orElse("")).resolve("dialplans");
        asterisk = AsteriskFolders.of("asterisk", home, runs.toAbsolutePath());
        simulator = AsteriskFolders.of("simulator", home, runs.toAbsolutePath());
    }

    public static void main(String[] arguments) {
        System.exit(run(quiet(arguments), System.err));
    }

    /**
     * Spring would print a page about a bad setting; our caller prints one line. Holds for the
     * whole process, so it is not asked for where somebody else's code runs too.
     */
    private static String[] quiet(String... arguments) {
        var all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--logging.level.root=off";
        return all;
    }

    static int run(String[] arguments, PrintStream complaints) {
        try {
            var withSimulator = Arrays.asList(arguments).contains(SIMULATOR);
            new RenderTelephony(TelephonySettings.read(arguments)).render(withSimulator);
            return 0;
        } catch (BadSettingException e) {
            complaints.println(e.getMessage());
            return BAD_SETTING;
        } catch (IOException e) {
            complaints.println("cannot write the configuration of Asterisk: " + e);
            return 1;
        }
    }

    private void render(boolean withSimulator) throws IOException {
        if (!Files.isDirectory(templates)) {
            throw new BadSettingException("HOTLINE_ROOT: no folder " + templates.toAbsolutePath());
        }
        var bundle =
                settings.property("HOTLINE_BUNDLE")
                        .orElseThrow(() -> new BadSettingException("HOTLINE_BUNDLE: not set"));
        var program = AsteriskProgram.namedIn(Path.of(bundle));
        var secrets = Secrets.in(settings.home());
        var model = new TelephonyModel(settings, program, secrets);
        var filling = new Templates();
        var common = templates.resolve("common");

        var hotline = filling.fill(model.hotline(asterisk), common, templates);
        Map<String, String> town = Map.of();
        if (withSimulator) {
            var folder = templates.resolve("simulator");
            var telephones = TownTable.read(folder.resolve("town.csv"));
            town = filling.fill(model.town(simulator, telephones), common, folder);
        }

        // nothing is written before everything could be filled
        var sounds = settings.home().resolve("sounds");
        WholeFile.folder(sounds);
        WholeFile.folder(model.messages());
        WholeFile.folder(model.watchdog());
        secrets.keep(settings.home());
        new RingingTone(settings.dialplan().dutyLap()).write(Path.of(model.ringing() + ".wav"));
        asterisk.make(sounds, program.documentation());
        Templates.put(hotline, asterisk.etc());
        if (withSimulator) {
            WholeFile.folder(model.townLogs());
            WholeFile.folder(model.heard());
            simulator.make(sounds, program.documentation());
            Templates.put(town, simulator.etc());
        }
        WholeFile.write(settings.home().resolve("duty-accounts"), dutyAccounts(model));
        WholeFile.write(settings.home().resolve("settings.env"), settingsForTheShell(model));
    }

    private static String dutyAccounts(TelephonyModel model) {
        return model.deskPhones().stream()
                .map(phone -> phone.account() + " " + phone.password() + "\n")
                .collect(Collectors.joining());
    }

    private String settingsForTheShell(TelephonyModel model) {
        var values = new LinkedHashMap<String, String>();
        values.put("NUMBER", settings.hotline().number());
        endpoint(values, "SIP", settings.asterisk().sip());
        endpoint(values, "AMI", settings.asterisk().ami());
        endpoint(values, "AGI", settings.asterisk().agi());
        values.put("WEB_HOST", settings.property("server.address").orElse("127.0.0.1"));
        values.put("WEB_PORT", settings.property("server.port").orElse("8080"));
        endpoint(values, "SIMULATOR", settings.simulator().address());
        endpoint(values, "SIMULATOR_AMI", settings.simulator().ami());
        endpoint(values, "SIMULATOR_DESK", settings.simulator().desk());
        values.put("ZONE", settings.hotline().zone().getId());
        values.put("ROUND_DAILY", settings.property("hotline.wellness.daily").orElse("true"));
        values.put(
                "ROUND_WINDOW",
                settings.property("hotline.people.default-window").orElse("09:00-11:00"));
        values.put("ROUND_LATEST", settings.property("hotline.wellness.latest").orElse("19:30"));
        values.put("WATCHDOG_PATIENCE", seconds(settings.watchdog().patience()));
        values.put("WATCHDOG_AGAIN", seconds(settings.watchdog().again()));
        values.put("WATCHDOG_PHONES", String.join(" ", model.watchdogPhones()));
        values.put("ASTERISK_SPOOL", asterisk.spool().toString());
        values.put("ASTERISK_CONF", asterisk.configuration().toString());
        values.put("SIMULATOR_CONF", simulator.configuration().toString());
        return values.entrySet().stream()
                .map(value -> value.getKey() + "='" + Templates.plain(value.getValue()) + "'\n")
                .collect(Collectors.joining());
    }

    private static String seconds(Duration duration) {
        return String.valueOf(duration.toSeconds());
    }

    private static void endpoint(Map<String, String> values, String name, Endpoint endpoint) {
        values.put(name + "_HOST", endpoint.host());
        values.put(name + "_PORT", String.valueOf(endpoint.port()));
    }
}
