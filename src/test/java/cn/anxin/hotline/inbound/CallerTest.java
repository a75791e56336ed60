package cn.anxin.hotline.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {
    private static final PhoneNumber NUMBER = new PhoneNumber("+8613800000001");

    @Test
    void whatIsRememberedIsRecalled() {
        var elder = new Caller(NUMBER, 7L, null);
        var volunteer = new Caller(NUMBER, null, 9L);
        var stranger = new Caller(NUMBER, null, null);

        assertThat(Caller.recall(NUMBER, elder.remembered())).contains(elder);
        assertThat(Caller.recall(NUMBER, volunteer.remembered())).contains(volunteer);
        assertThat(Caller.recall(NUMBER, stranger.remembered())).contains(stranger);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "person=7", "person=x volunteer=", "person=7 volunteer=9 and more"})
    void anythingElseIsNotBelieved(String remembered) {
        assertThat(Caller.recall(NUMBER, remembered)).isEmpty();
    }
}
