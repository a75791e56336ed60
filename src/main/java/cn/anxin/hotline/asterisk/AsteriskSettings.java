package cn.anxin.hotline.asterisk;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Asterisk and the service meet. All of it stays on this machine: FastAGI has no
 * authentication.
 *
 * @param amiEventsSecret password of the AMI login that only listens
 * @param amiActionsSecret password of the AMI login that only acts; both are made by
 *     RenderTelephony and kept in {@code telephony.properties}
 */
@ConfigurationProperties("hotline.asterisk")
public record AsteriskSettings(
        @DefaultValue("127.0.0.1:5060") Endpoint sip,
        @DefaultValue("127.0.0.1:5038") Endpoint ami,
        @DefaultValue("127.0.0.1:4573") Endpoint agi,
        @DefaultValue("10000-10999") PortRange rtp,
        @DefaultValue("") String amiEventsSecret,
        @DefaultValue("") String amiActionsSecret) {

    public static final String EVENTS_LOGIN = "hotline-events";
    public static final String ACTIONS_LOGIN = "hotline-actions";

    @Override
    public String toString() {
        return "AsteriskSettings[sip=" + sip + ", ami=" + ami + ", agi=" + agi + "]";
    }
}
