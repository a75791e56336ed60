package cn.anxin.hotline.asterisk.configuration;

import cn.anxin.hotline.asterisk.AsteriskSettings;
import cn.anxin.hotline.asterisk.TrunkSettings;
import cn.anxin.hotline.asterisk.agi.AgiSettings;
import cn.anxin.hotline.call.DutyPhones;
import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.call.NumberPlan;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.core.env.Environment;

/** The settings that telephony depends on, read from the same places as the service reads them. */
record TelephonySettings(
        HotlineSettings hotline,
        NumberPlan plan,
        AsteriskSettings asterisk,
        TrunkSettings trunk,
        DutyPhones duty,
        AgiSettings agi,
        DialplanSettings dialplan,
        WatchdogSettings watchdog,
        SimulatorSettings simulator,
        Environment environment) {

    /** Only the records; none of the service is started. */
    @EnableConfigurationProperties({
        HotlineSettings.class,
        NumberPlan.class,
        AsteriskSettings.class,
        TrunkSettings.class,
        DutyPhones.class,
        AgiSettings.class,
        DialplanSettings.class,
        WatchdogSettings.class,
        SimulatorSettings.class
    })
    private static final class Records {}

    /**
     * @throws BadSettingException naming the first setting that does not stand
     */
    static TelephonySettings read(String... arguments) {
        var application =
                new SpringApplicationBuilder(Records.class)
                        .web(WebApplicationType.NONE)
                        .logStartupInfo(false)
                        .registerShutdownHook(false)
                        .build();
        try (var context = application.run(arguments)) {
            return new TelephonySettings(
                    context.getBean(HotlineSettings.class),
                    context.getBean(NumberPlan.class),
                    context.getBean(AsteriskSettings.class),
                    context.getBean(TrunkSettings.class),
                    context.getBean(DutyPhones.class),
                    context.getBean(AgiSettings.class),
                    context.getBean(DialplanSettings.class),
                    context.getBean(WatchdogSettings.class),
                    context.getBean(SimulatorSettings.class),
                    context.getEnvironment());
        } catch (RuntimeException e) {
            throw new BadSettingException(oneLine(e), e);
        }
    }

    /** A setting or environment variable that no record holds. */
    Optional<String> property(String name) {
        return Optional.ofNullable(environment.getProperty(name)).filter(value -> !value.isBlank());
    }

    Path home() {
        return hotline.home();
    }

    private static String oneLine(Throwable failure) {
        @Nullable String setting = null;
        var cause = failure;
        for (var next = failure; next != null; next = next.getCause()) {
            cause = next;
            if (next instanceof BindException bind) {
                var property = bind.getProperty();
                setting =
                        property == null
                                ? bind.getName().toString()
                                : property.getName().toString();
            }
        }
        var reason = String.valueOf(cause.getMessage()).replaceAll("\\s+", " ");
        return setting == null || reason.contains(setting) ? reason : setting + ": " + reason;
    }
}
