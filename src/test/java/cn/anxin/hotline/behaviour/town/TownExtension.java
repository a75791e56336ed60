package cn.anxin.hotline.behaviour.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each story its {@link Town}, and holds it to account: no unexpected ring, no channel left,
 * no error in the log.
 */
final class TownExtension implements ParameterResolver, BeforeEachCallback, AfterEachCallback {
    private static final Namespace OURS = Namespace.create(TownExtension.class);
    private static final Duration CHANNELS_GONE_WITHIN = Duration.ofSeconds(45);

    private record Begun(Town town, int logged) {}

    private static Installation installation(ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .computeIfAbsent(
                        Installation.class, type -> new Installation(), Installation.class);
    }

    private static Begun begun(ExtensionContext context) {
        return Objects.requireNonNull(context.getStore(OURS).get(Begun.class, Begun.class));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        var installation = installation(context);
        var begun = new Begun(new Town(installation), installation.service().logged());
        context.getStore(OURS).put(Begun.class, begun);
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        var begun = begun(context);
        var disaster = context.getRequiredTestClass().isAnnotationPresent(DisasterStory.class);
        try {
            if (context.getExecutionException().isPresent()) {
                keepEvidence(context, begun);
            } else {
                hold(begun, disaster);
            }
        } catch (AssertionError | ConditionTimeoutException e) {
            keepEvidence(context, begun);
            throw e;
        } finally {
            begun.town().goHome();
            if (disaster) {
                begun.town().installation().recover();
                begun.town().comesToRest();
            }
        }
    }

    private static void hold(Begun begun, boolean disaster) {
        var town = begun.town();
        town.handsets().forEach(Handset::assertNothingUnexpected);
        town.goHome();
        if (disaster) {
            // before anything of ours comes back and tidies up
            assertNoChannelLeft(town.installation());
        } else {
            assertThat(town.installation().service().errorsSince(begun.logged()))
                    .as("errors in the service's log")
                    .isEmpty();
        }
    }

    private static void assertNoChannelLeft(Installation installation) {
        await("no channel is left")
                .atMost(CHANNELS_GONE_WITHIN)
                .untilAsserted(() -> assertThat(installation.asterisk().channels()).isEmpty());
    }

    private static void keepEvidence(ExtensionContext context, Begun begun) throws IOException {
        var story = context.getRequiredTestClass().getSimpleName();
        var method = context.getRequiredTestMethod().getName();
        var test = method + context.getDisplayName().replaceAll("\\W+", "-");
        new Evidence(Path.of("target/behaviour", story, test)).keep(begun.town(), begun.logged());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Town.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return begun(context).town();
    }
}
