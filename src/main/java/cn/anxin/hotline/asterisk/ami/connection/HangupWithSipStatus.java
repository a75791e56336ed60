package cn.anxin.hotline.asterisk.ami.connection;

import org.asteriskjava.manager.AsteriskMapping;
import org.asteriskjava.manager.event.HangupEvent;
import org.jspecify.annotations.Nullable;

/**
 * Asterisk's {@code Hangup} with its {@code TechCause} header, for which asterisk-java 3.42 has no
 * place. Public because the library makes it by reflection.
 */
@AsteriskMapping("Hangup")
public final class HangupWithSipStatus extends HangupEvent {
    private static final long serialVersionUID = 1L;

    private @Nullable Integer techCause;

    public HangupWithSipStatus(Object source) {
        super(source);
    }

    public @Nullable Integer getTechCause() {
        return techCause;
    }

    public void setTechCause(@Nullable Integer techCause) {
        this.techCause = techCause;
    }
}
