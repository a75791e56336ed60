package cn.anxin.hotline.asterisk.configuration;

import cn.anxin.hotline.asterisk.Endpoint;
import cn.anxin.hotline.asterisk.PortRange;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The simulated town: a second Asterisk that plays the carrier and every telephone behind it.
 *
 * @param address where the carrier listens
 * @param desk where the registered duty phones sit; another host than the carrier's, for calls from
 *     there are taken as the trunk's
 * @param ami where tests steer the town
 * @param speed how many times faster than life people answer, press and call back
 */
@ConfigurationProperties("hotline.simulator")
record SimulatorSettings(
        @DefaultValue("127.0.0.2:5060") Endpoint address,
        @DefaultValue("127.0.0.4:5060") Endpoint desk,
        @DefaultValue("127.0.0.2:5038") Endpoint ami,
        @DefaultValue("20000-20999") PortRange rtp,
        @DefaultValue("1") double speed) {

    SimulatorSettings {
        if (!(speed >= 0.1 && speed <= 1000)) {
            throw new IllegalArgumentException("hotline.simulator.speed: 0.1 to 1000");
        }
    }
}
