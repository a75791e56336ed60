package cn.anxin.hotline.asterisk.ami;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.SetVarAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmiTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\r\n\r\nAction: Originate",
                "x\ny",
                "x\ry",
                "x\u0000y",
                "x\u007fy",
                "x\u0085y",
                "\t"
            })
    void noValueStartsASecondAction(String evil) {
        assertThatThrownBy(() -> AmiText.check(new HangupAction(evil)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("control character")
                .hasMessageNotContaining("Originate");
    }

    @Test
    void noVariableSetsASecondOne() {
        var action = new OriginateAction();
        action.setVariable("NAME", "王,AGI_DONE=1");
        assertThatThrownBy(() -> AmiText.check(action)).hasMessageContaining("comma");

        var name = new OriginateAction();
        name.setVariable("A=1,B", "x");
        assertThatThrownBy(() -> AmiText.check(name)).hasMessageContaining("comma");

        var broken = new OriginateAction();
        broken.setVariable("NAME", "x\r\nContext: default");
        assertThatThrownBy(() -> AmiText.check(broken)).hasMessageContaining("control character");
    }

    @Test
    void noLineIsCutOff() {
        assertThatThrownBy(() -> AmiText.check(new HangupAction("x".repeat(9000))))
                .hasMessageContaining("too long");
    }

    @Test
    void plainWordsPassInAnyLanguage() {
        var action = new OriginateAction();
        action.setCallerId("安心 <58958808>");
        action.setVariable("CALL", "chk-1");
        action.setTimeout(25_000L);
        assertThatCode(() -> AmiText.check(action)).doesNotThrowAnyException();
    }

    @Test
    void nothingUncheckedReachesTheSocket() throws IOException {
        try (var login = AmiLogin.acting(Rig.settings(1), Rig.TIMINGS)) {
            var writer = login.createWriter();
            // no socket is set: what passes the check fails on that, later
            assertThatThrownBy(() -> writer.sendAction(new SetVarAction("A", "b\r\nc"), "1"))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> writer.sendAction(new SetVarAction("A", "b"), "1"))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
