package cn.anxin.hotline.asterisk.agi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.EncoderException;
import java.nio.charset.StandardCharsets;
import org.asteriskjava.fastagi.command.AgiCommand;
import org.asteriskjava.fastagi.command.ExecCommand;
import org.asteriskjava.fastagi.command.SetVariableCommand;
import org.asteriskjava.fastagi.command.StreamFileCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandEncoderTest {
    private final EmbeddedChannel channel = new EmbeddedChannel(new CommandEncoder());

    @AfterEach
    void leavesNothingInTheChannel() {
        assertThat(channel.finish()).isFalse();
    }

    @Test
    void saysACommandInOnePiece() {
        assertThat(encoded(new StreamFileCommand("/sounds/你好", "0*#")))
                .isEqualTo("STREAM FILE \"/sounds/你好\" \"0*#\"\n");
        assertThat(encoded(new ExecCommand("MSet", "ROUTE=bye", "QUEUE_PRIO=0")))
                .isEqualTo("EXEC \"MSet\" \"ROUTE=bye,QUEUE_PRIO=0\"\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\0", "\t", "\u007f", "\u0085", "a\rHANGUP"})
    void refusesControlCharacters(String evil) {
        assertThatThrownBy(() -> encoded(new SetVariableCommand("X", evil)))
                .isInstanceOf(EncoderException.class);
    }

    @Test
    void neverRunsASecondCommand() {
        assertThat(encoded(new SetVariableCommand("X", "1\nHANGUP")))
                .containsOnlyOnce("\n")
                .endsWith("\n");
    }

    @Test
    void refusesALineThatAsteriskCouldNotHold() {
        var name = new SetVariableCommand("X", "").buildCommand().length();
        var longest = "x".repeat(8190 - name);
        assertThat(encoded(new SetVariableCommand("X", longest))).hasSize(8191);
        assertThatThrownBy(() -> encoded(new SetVariableCommand("X", longest + "x")))
                .isInstanceOf(EncoderException.class);
    }

    private String encoded(AgiCommand command) {
        channel.writeOutbound(command);
        ByteBuf bytes = channel.readOutbound();
        try {
            return bytes.toString(StandardCharsets.UTF_8);
        } finally {
            bytes.release();
        }
    }
}
