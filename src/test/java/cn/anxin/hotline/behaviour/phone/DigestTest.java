package cn.anxin.hotline.behaviour.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigestTest {

    /** Counted by hand: md5(md5("duty1:asterisk:secret"):"abc":md5("REGISTER:sip:127.0.0.1")). */
    @Test
    void withoutQualityOfProtection() {
        var answer =
                new Digest("Digest realm=\"asterisk\", nonce=\"abc\", algorithm=MD5")
                        .answer(new Account("duty1", "secret"), "REGISTER", "sip:127.0.0.1");

        assertThat(answer)
                .contains("response=\"443d8d5e0e738f872d8a5b92fa723416\"")
                .contains("nonce=\"abc\"");
    }

    @Test
    void namesWhatTheChallengeAskedFor() {
        var answer =
                new Digest("Digest realm=\"a\", nonce=\"n\", opaque=\"o\", qop=\"auth\"")
                        .answer(new Account("duty1", "secret"), "INVITE", "sip:1@127.0.0.1");

        assertThat(answer).contains("opaque=\"o\"", "qop=auth", "nc=00000001", "cnonce=\"");
    }
}
