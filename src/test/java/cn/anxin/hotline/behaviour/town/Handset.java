package cn.anxin.hotline.behaviour.town;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.behaviour.phone.IncomingCall;
import cn.anxin.hotline.behaviour.phone.Manners;
import cn.anxin.hotline.behaviour.phone.Phone;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * The telephone of one person in a story. It rings until the story says what happens; a ring that
 * the story says nothing of fails it.
 */
public final class Handset {
    private static final Duration RINGS_WITHIN = Duration.ofSeconds(45);
    private static final Duration A_SENTENCE = Duration.ofSeconds(2);
    private static final int KEYS_TRIED = 10;
    private static final Duration GIVEN_UP_WITHIN = Duration.ofSeconds(20);

    private final Phone exchange;
    private final String number;
    private final Town town;
    private boolean expectsNothing = true;

    Handset(Phone exchange, String number, Town town) {
        this.exchange = exchange;
        this.number = number;
        this.town = town;
        exchange.when(number, Manners.neverAnswers());
        exchange.forgetCallsTo(number);
    }

    public String number() {
        return number;
    }

    /** Waits for it to ring. */
    public IncomingCall rings() {
        var call = exchange.nextCallTo(number, RINGS_WITHIN);
        assertThat(call.hasEnded()).as("too late, " + number + " stopped ringing").isFalse();
        return call;
    }

    /** Waits for it to ring and takes the receiver. */
    public Talk picksUp() {
        var call = rings();
        call.answer();
        return town.listenTo(call);
    }

    /** Waits for it to ring, and lets it ring until the caller gives up. */
    public IncomingCall letsItRing() {
        var call = exchange.nextCallTo(number, RINGS_WITHIN);
        assertThat(call.endedWithin(GIVEN_UP_WITHIN)).as("somebody gives up ringing").isNotNull();
        return call;
    }

    /** Waits for it to ring and ends that with a SIP status, such as 486. */
    public IncomingCall refuses(int status) {
        var call = rings();
        call.refuse(status);
        return call;
    }

    /** From now on it does this by itself, as often as it rings. */
    public void always(Manners manners) {
        expectsNothing = false;
        exchange.when(number, manners);
    }

    /** From now on it is the telephone of a program at this address. */
    public void isAnsweredAt(InetSocketAddress program) {
        exchange.passOn(number, program);
    }

    /** How often it has rung without the story saying what happened. */
    public int unheededRings() {
        return exchange.unexpectedCallsTo(number);
    }

    /** From now on whoever is rung here is well, or goes there: presses 1 after each sentence. */
    public void isHelpful() {
        expectsNothing = false;
        exchange.when(
                number,
                Manners.answers(
                        Duration.ZERO,
                        call -> {
                            for (var i = 0; i < KEYS_TRIED && call.linger(A_SENTENCE); i++) {
                                call.press('1');
                            }
                            call.hangUp();
                        }));
    }

    void assertNothingUnexpected() {
        if (expectsNothing) {
            assertThat(unheededRings()).as("unexpected rings of " + number).isZero();
        }
    }
}
