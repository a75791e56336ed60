package cn.anxin.hotline.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.anxin.hotline.behaviour.phone.Sound;
import cn.anxin.hotline.behaviour.town.Story;
import cn.anxin.hotline.behaviour.town.Town;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A telephone that we have not written: SIPp. */
@Story
class SippStory {
    private static final Duration KEY = Duration.ofMillis(600);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(30);
    private static final Telephone FIRST = new Telephone("13700000041", 5060, 6000);
    private static final Telephone SECOND = new Telephone("13700000042", 5080, 6100);

    @TempDir private Path folder;

    /** The two stories may be told at the same time. */
    private record Telephone(String number, int sip, int media) {}

    /** Any user may run this one. */
    @Test
    void aKeyAsATwoToneSoundBringsAPerson(Town town) throws Exception {
        var tones = folder.resolve("tones.al");
        // the key 0 is 941 Hz with 1336 Hz
        var sound = Sound.silence(KEY).then(Sound.tones(941, 1336, KEY)).then(Sound.silence(KEY));
        Files.write(tones, sound.alaw());
        var scenario =
                Files.readString(scenario("press-zero-tones.xml"))
                        .replace("[tones]", tones.toString());

        reachesAPerson(FIRST, Files.writeString(folder.resolve("tones.xml"), scenario), town);
    }

    /** SIPp sends keys as telephone events over a raw socket, which only root may open. */
    @Test
    void aKeyAsATelephoneEventBringsAPerson(Town town) throws Exception {
        assumeTrue(
                "root".equals(System.getProperty("user.name")),
                "raw sockets need root; the two-tone story ran instead");

        reachesAPerson(SECOND, scenario("press-zero-events.xml"), town);
    }

    private void reachesAPerson(Telephone telephone, Path scenario, Town town)
            throws IOException, InterruptedException {
        var desk = town.dutyDesk();
        var output = folder.resolve("sipp.out");
        var sipp = sipp(telephone, scenario, town, output);
        try {
            var officer = desk.picksUp(telephone.number());
            officer.isHungUpOn();
            assertThat(sipp.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(sipp.exitValue()).isZero();
        } catch (AssertionError e) {
            throw new AssertionError(Files.readString(output), e);
        } finally {
            sipp.destroyForcibly();
        }
    }

    private Process sipp(Telephone telephone, Path scenario, Town town, Path output)
            throws IOException {
        var installation = town.installation();
        var hotline = installation.sip();
        return new ProcessBuilder(
                        List.of(
                                installation.program("SIPP_BIN"),
                                hotline.getAddress().getHostAddress() + ":" + hotline.getPort(),
                                "-sf",
                                scenario.toString(),
                                "-s",
                                "58958808",
                                "-key",
                                "caller",
                                telephone.number(),
                                "-i",
                                installation.otherCarrier(),
                                "-p",
                                Integer.toString(telephone.sip()),
                                "-mp",
                                Integer.toString(telephone.media()),
                                "-m",
                                "1",
                                "-nostdin"))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private static Path scenario(String name) {
        return Path.of("src/test/resources/sipp", name).toAbsolutePath();
    }
}
