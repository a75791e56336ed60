package cn.anxin.hotline.asterisk;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The line to the carrier.
 *
 * @param match addresses that calls may come from; nobody else's call is taken
 * @param contact where calls go
 * @param channels how many calls the carrier lets us hold at once, both directions together
 * @param reserve of those, how many the round never uses: they are for callers and escalation
 * @param callsPerSecond how many calls a second may be started
 * @param calledAs further ways in which the carrier writes our number; the local, national and
 *     international forms are known already
 */
@ConfigurationProperties("hotline.trunk")
public record TrunkSettings(
        @DefaultValue({"127.0.0.2", "127.0.0.3"}) List<String> match,
        @DefaultValue("127.0.0.2:5060") Endpoint contact,
        @DefaultValue("30") int channels,
        @DefaultValue("6") int reserve,
        @DefaultValue("5") int callsPerSecond,
        @DefaultValue({}) List<String> calledAs) {

    public TrunkSettings {
        match = List.copyOf(match);
        calledAs = List.copyOf(calledAs);
        if (channels < 2 || reserve < 1 || reserve >= channels) {
            throw new IllegalArgumentException(
                    "hotline.trunk: channels > reserve ≥ 1, or nobody could reach us during a round");
        }
        if (callsPerSecond < 1) {
            throw new IllegalArgumentException("hotline.trunk.calls-per-second: 1 or more");
        }
    }
}
