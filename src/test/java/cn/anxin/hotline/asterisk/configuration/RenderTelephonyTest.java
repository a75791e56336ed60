package cn.anxin.hotline.asterisk.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

class RenderTelephonyTest {
    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    @TempDir private Path folder;
    private Path home;
    private Path bundle;

    @BeforeEach
    void anAsteriskWasFound() throws IOException {
        home = folder.resolve("home");
        var data = Files.createDirectories(folder.resolve("data"));
        var modules = Files.createDirectories(folder.resolve("modules"));
        bundle =
                Files.writeString(
                        folder.resolve("bundle.env"),
                        "ASTERISK_MODULES='%s'%nASTERISK_DATA='%s'%n".formatted(modules, data));
    }

    /** The program silences its whole process, in which other tests want to read the log. */
    @AfterAll
    static void letOthersLogAgain() {
        LoggingSystem.get(RenderTelephonyTest.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
    }

    @Test
    void leavesNoBlankInWhatAsteriskReads() throws IOException {
        assertThat(render("--simulator")).isZero();
        assertThat(complaints.toString(StandardCharsets.UTF_8)).isEmpty();
        for (var etc : List.of("asterisk/etc", "simulator/etc")) {
            try (var files = Files.list(home.resolve(etc))) {
                assertThat(files)
                        .isNotEmpty()
                        .allSatisfy(file -> {
                            assertThat(file).content().doesNotContain("{{");
                            assertThat(
                                            PosixFilePermissions.toString(
                                                    Files.getPosixFilePermissions(file)))
                                    .isEqualTo("rw-------");
                        });
            }
        }
    }

    @Test
    void takesTheNumberInEveryForm() throws IOException {
        render("--hotline.trunk.called-as=8808");
        assertThat(etc("extensions.conf"))
                .contains(
                        "exten => 58958808,1,Goto(hotline,s,1)",
                        "exten => 02158958808,1,Goto(hotline,s,1)",
                        "exten => +862158958808,1,Goto(hotline,s,1)",
                        "exten => 8808,1,Goto(hotline,s,1)");
    }

    @Test
    void ringsTheDutyPhonesOfTheSettings() throws IOException {
        render();
        assertThat(etc("queues.conf"))
                .contains(
                        "member => PJSIP/8001,0,值班室一,PJSIP/8001",
                        "member => Local/13900000200@duty-mobile/n,0,值班手机");
        assertThat(etc("extensions.conf")).contains("Dial(PJSIP/13900000200@trunk,");
    }

    @Test
    void makesSecretsOnceAndShowsThemToTheirOwnerAlone() throws IOException {
        render();
        var made = Files.readString(home.resolve("telephony.properties"));
        render();
        assertThat(home.resolve("telephony.properties")).hasContent(made);
        assertThat(made)
                .contains(
                        "hotline.asterisk.ami-events-secret=",
                        "hotline.asterisk.ami-actions-secret=");
        var accounts = home.resolve("duty-accounts");
        assertThat(Files.readAllLines(accounts)).first().asString().matches("8001 [a-z0-9]{20}");
        assertThat(etc("pjsip.conf"))
                .contains(Files.readAllLines(accounts).getFirst().substring(5));
        for (var file : List.of(accounts, home.resolve("telephony.properties"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void keepsASecretThatWasChosen() throws IOException {
        render("--hotline.asterisk.ami-events-secret=chosen");
        assertThat(etc("manager.conf")).contains("secret = chosen");
    }

    @Test
    void tellsTheShellWhereThingsAre() throws IOException {
        render("--server.port=8090", "--hotline.asterisk.sip=127.0.3.1:5070");
        assertThat(home.resolve("settings.env"))
                .content()
                .contains(
                        "SIP_HOST='127.0.3.1'\nSIP_PORT='5070'\n",
                        "WEB_PORT='8090'\n",
                        "ASTERISK_CONF='" + home.resolve("asterisk/etc/asterisk.conf") + "'\n",
                        "NUMBER='58958808'\n");
    }

    @Test
    void removesWhatAnOlderVersionLeft() throws IOException {
        render();
        var old = Files.writeString(home.resolve("asterisk/etc/http.conf"), "enabled = yes");
        render();
        assertThat(old).doesNotExist();
    }

    @Test
    void aPhoneThatIsGoneKeepsNoAccount() throws IOException {
        render();
        render("--hotline.duty.phones[0].name=x", "--hotline.duty.phones[0].account=9001");
        assertThat(etc("pjsip.conf")).contains("[9001]").doesNotContain("8001");
    }

    @ParameterizedTest
    @CsvSource({
        "hotline.trunk.contact, nonsense, hotline.trunk.contact",
        "hotline.trunk.match, 10.0.0.1;x, hotline.trunk.match",
        "hotline.trunk.called-as, _X., hotline.trunk.called-as",
        "hotline.asterisk.sip, pbx.example:5060, listen",
        "hotline.asterisk.ami, 10.0.0.1:5038, loopback",
        "hotline.asterisk.agi, 10.0.0.1:4573, loopback",
        "hotline.asterisk.ami-events-secret, a;b, a;b",
        "hotline.number, 5895x, hotline.number",
        "hotline.agi.lease, 0s, hotline.agi.lease",
        "hotline.dialplan.duty-laps, 0, hotline.dialplan.duty-laps",
        "hotline.duty.phones[0].name, 'a,b', hotline.duty.phones",
        "hotline.simulator.speed, 0, hotline.simulator.speed",
        "HOTLINE_BUNDLE, /nowhere, HOTLINE_BUNDLE",
        "HOTLINE_ROOT, /nowhere, HOTLINE_ROOT",
        "HOTLINE_RUN_DIR, /a-folder-whose-name-is-far-too-long-for-the-path-of-a-socket-on-any-linux-of-today-or-of-tomorrow, HOTLINE_RUN_DIR"
    })
    void aBadSettingIsOneLineAndNothingIsWritten(String setting, String value, String named) {
        assertThat(render("--" + setting + "=" + value)).isEqualTo(RenderTelephony.BAD_SETTING);
        assertThat(complaints.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains(named);
        assertThat(home).doesNotExist();
    }

    private String etc(String file) throws IOException {
        return Files.readString(home.resolve("asterisk/etc").resolve(file));
    }

    private int render(String... more) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "--spring.profiles.active=demo",
                                "--hotline.home=" + home,
                                "--HOTLINE_BUNDLE=" + bundle,
                                "--HOTLINE_ROOT=."));
        for (var argument : more) {
            var name = argument.substring(0, argument.indexOf('=') + 1);
            arguments.removeIf(given -> !name.isEmpty() && given.startsWith(name));
            arguments.add(argument);
        }
        return RenderTelephony.run(
                arguments.toArray(String[]::new),
                new PrintStream(complaints, true, StandardCharsets.UTF_8));
    }
}
