package cn.anxin.hotline.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.behaviour.town.Story;
import cn.anxin.hotline.behaviour.town.Town;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An elder's telephone that we have not written: SIPp. It presses the key as SIP INFO, which any
 * user may send.
 */
@Story
class SippAnswersTheCheckStory {
    private static final int PORT = 5070;
    private static final Duration ENDS_WITHIN = Duration.ofMinutes(2);

    @TempDir private Path folder;

    @Test
    void itsKeyConfirms(Town town) throws Exception {
        var elder = town.servedPerson();
        var address = new InetSocketAddress(town.installation().otherCarrier(), PORT);
        elder.phone().isAnsweredAt(address);
        var output = folder.resolve("sipp.out");
        var sipp = sipp(address, town, output);
        try {
            town.startRound(elder);

            town.office().seesCheckEnd(elder, "CONFIRMED");
            assertThat(sipp.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(sipp.exitValue()).as(Files.readString(output)).isZero();
        } finally {
            sipp.destroyForcibly();
        }
    }

    private Process sipp(InetSocketAddress address, Town town, Path output) throws IOException {
        var scenario = Path.of("src/test/resources/sipp/answer-and-press-one.xml");
        return new ProcessBuilder(
                        List.of(
                                town.installation().program("SIPP_BIN"),
                                "-sf",
                                scenario.toAbsolutePath().toString(),
                                "-i",
                                address.getAddress().getHostAddress(),
                                "-p",
                                Integer.toString(address.getPort()),
                                "-m",
                                "1",
                                "-nostdin"))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }
}
