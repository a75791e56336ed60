package cn.anxin.hotline.asterisk.agi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.TooLongFrameException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AgiDecoderTest {
    private static final String HEADER =
            """
            agi_network: yes
            agi_network_script: inbound
            agi_request: agi://127.0.0.1:4573/inbound
            agi_uniqueid: 1700000000.7
            agi_callerid: 13800138000
            agi_calleridname: unknown
            agi_threadid: 140
            agi_arg_1: one

            """;

    private final EmbeddedChannel channel =
            new EmbeddedChannel(new LineDecoder(), new AgiDecoder());

    @AfterEach
    void leavesNothingInTheChannel() {
        assertThat(channel.finish()).isFalse();
    }

    enum Fixture {
        REPLY("200 result=49 endpos=1234\n", new CommandReply(200, 49, 1234)),
        REPLY_WITH_VALUE("200 result=1 (a (b) c)\n", new CommandReply(200, 1, 0)),
        FAILURE("200 result=-1 endpos=0\n", new CommandReply(200, -1, 0)),
        REPLY_WITHOUT_RESULT("200\u0020\n", new CommandReply(200, -1, 0)),
        ABSURD_RESULT("200 result=99999999999999999999\n", new CommandReply(200, -1, 0)),
        UNKNOWN_COMMAND("510 Invalid or unknown command\n", new CommandReply(510, -1, 0)),
        DEAD_CHANNEL(
                "511 Command Not Permitted on a dead channel or intercept routine\n",
                new CommandReply(511, -1, 0)),
        USAGE(
                """
                520-Invalid command syntax.  Proper usage follows:
                 Usage: WAIT FOR DIGIT <timeout>
                200 result=49
                HANGUP

                520 End of proper usage.
                """,
                new CommandReply(520, -1, 0)),
        NO_USAGE(
                "520 Invalid command syntax.  Proper usage not available.\n",
                new CommandReply(520, -1, 0)),
        HANGUP("HANGUP\n", new HangupNotice()),
        TRYING_FIRST("100 Trying...\n200 result=0\n", new CommandReply(200, 0, 0));

        final String text;
        final FromAsterisk meaning;

        Fixture(String text, FromAsterisk meaning) {
            this.text = text;
            this.meaning = meaning;
        }
    }

    @ParameterizedTest
    @EnumSource
    void decodesWhole(Fixture fixture) {
        receive(HEADER + fixture.text);
        assertThat(messages()).hasSize(2).last().isEqualTo(fixture.meaning);
    }

    @ParameterizedTest
    @EnumSource
    void decodesByteByByte(Fixture fixture) {
        for (var letter : (HEADER + fixture.text).toCharArray()) {
            receive(Character.toString(letter));
        }
        assertThat(messages()).hasSize(2).last().isEqualTo(fixture.meaning);
    }

    @ParameterizedTest
    @EnumSource
    void decodesTwoAtOnce(Fixture fixture) {
        receive(HEADER + fixture.text + fixture.text);
        assertThat(messages()).hasSize(3).endsWith(fixture.meaning, fixture.meaning);
    }

    @Test
    void readsTheHeader() {
        receive(HEADER);
        assertThat(messages())
                .containsExactly(
                        new CallHeader(
                                Map.of(
                                        "agi_network", "yes",
                                        "agi_network_script", "inbound",
                                        "agi_request", "agi://127.0.0.1:4573/inbound",
                                        "agi_uniqueid", "1700000000.7",
                                        "agi_callerid", "13800138000",
                                        "agi_calleridname", "unknown",
                                        "agi_threadid", "140",
                                        "agi_arg_1", "one")));
    }

    @Test
    void isNotLedAstrayByLineBreaksInACallersName() {
        receive(
                HEADER.replace(
                        "agi_calleridname: unknown",
                        """
                        agi_calleridname: Wang\r
                        agi_uniqueid: chk-stolen

                        200 result=49 endpos=9000
                        HANGUP\
                        """));
        receive("200 result=0\n");
        var messages = messages();
        assertThat(messages).hasSize(2).last().isEqualTo(new CommandReply(200, 0, 0));
        assertThat(((CallHeader) messages.getFirst()).value("agi_uniqueid"))
                .isEqualTo("1700000000.7");
    }

    @Test
    void cutsACallersNameOfNineKilobytes() {
        receive(HEADER.replace("unknown", "x".repeat(9 * 1024)));
        assertThat(messages())
                .singleElement()
                .satisfies(header ->
                        assertThat(((CallHeader) header).value("agi_threadid")).isEqualTo("140"));
    }

    @Test
    void refusesAHeaderOfTooManyLinesOnce() {
        assertThatThrownBy(() -> receive("agi_arg_1: x\n".repeat(300) + HEADER))
                .isInstanceOf(TooLongFrameException.class);
        receive(HEADER + "200 result=0\n");
        assertThat(messages()).isEmpty();
    }

    @Test
    void refusesAHeaderOfTooManyBytesOnce() {
        assertThatThrownBy(() -> receive(("agi_x: " + "x".repeat(8000) + "\n").repeat(9)))
                .isInstanceOf(TooLongFrameException.class);
        receive(HEADER);
        assertThat(messages()).isEmpty();
    }

    @Test
    void passesOverWhatIsNoReply() {
        receive(HEADER + "\nnoise\n20 result=0\n2000 result=0\n200result=0\n-\n");
        assertThat(messages()).hasSize(1);
    }

    @Test
    void tellsNothingOfTheCallerInItsOwnWords() {
        receive(HEADER);
        assertThat(messages().getFirst().toString()).doesNotContain("138");
    }

    private void receive(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
    }

    private List<FromAsterisk> messages() {
        var messages = new ArrayList<FromAsterisk>();
        for (FromAsterisk next = channel.readInbound();
                next != null;
                next = channel.readInbound()) {
            messages.add(next);
        }
        return messages;
    }
}
