package cn.anxin.hotline.asterisk.agi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LineDecoderTest {
    private final EmbeddedChannel channel = new EmbeddedChannel(new LineDecoder());

    @AfterEach
    void leavesNothingInTheChannel() {
        assertThat(channel.finish()).isFalse();
    }

    @Test
    void givesLinesWithoutTheirEnds() {
        receive("HANGUP\n\n200 result=0\n");
        assertThat(lines()).containsExactly("HANGUP", "", "200 result=0");
    }

    @Test
    void waitsForTheEndOfALine() {
        receive("200 res");
        assertThat(lines()).isEmpty();
        receive("ult=0\n");
        assertThat(lines()).containsExactly("200 result=0");
    }

    @Test
    void keepsALineOfExactlyTheLongest() {
        var longest = "x".repeat(LineDecoder.LONGEST);
        receive(longest + "\nnext\n");
        assertThat(lines()).containsExactly(longest, "next");
    }

    @Test
    void cutsALongerLineAndDrainsItsRest() {
        receive("x".repeat(9 * 1024) + "\nnext\n");
        assertThat(lines()).containsExactly("x".repeat(LineDecoder.LONGEST), "next");
    }

    @Test
    void cutsALongerLineThatComesByteByByte() {
        for (var letter : ("x".repeat(9 * 1024) + "\nnext\n").toCharArray()) {
            receive(Character.toString(letter));
        }
        assertThat(lines()).containsExactly("x".repeat(LineDecoder.LONGEST), "next");
    }

    @Test
    void holdsNoMoreThanALineOfAnEndlessOne() {
        for (var i = 0; i < 1000; i++) {
            receive("x".repeat(1024));
        }
        assertThat(lines()).hasSize(1).allMatch(line -> line.length() == LineDecoder.LONGEST);
    }

    @Test
    void takesBytesThatAreNoUtf8() {
        channel.writeInbound(
                Unpooled.wrappedBuffer(new byte[] {'a', (byte) 0xff, (byte) 0xc3, '\n'}));
        assertThat(lines()).singleElement().asString().startsWith("a\ufffd");
    }

    private void receive(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
    }

    private List<String> lines() {
        var lines = new ArrayList<String>();
        for (String line = channel.readInbound(); line != null; line = channel.readInbound()) {
            lines.add(line);
        }
        return lines;
    }
}
