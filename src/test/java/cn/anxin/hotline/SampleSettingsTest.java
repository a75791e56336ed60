package cn.anxin.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * {@code ops/hotline.yaml} is what an administrator believes: it must name all that there is, as it
 * is.
 */
class SampleSettingsTest {
    private static final Path SAMPLE = Path.of("ops/hotline.yaml");

    /**
     * {@code #name: value}, and after it a list's {@code # - item}; words begin after one blank.
     */
    private static final Pattern SWITCHED_OFF = Pattern.compile("^#(?=\\S|  )", Pattern.MULTILINE);

    /** What is no default but an example, or is set by the command itself. */
    private static final Set<String> NOT_DEFAULTS =
            Set.of(
                    "hotline.duty",
                    "hotline.embedded",
                    "hotline.inbound",
                    "hotline.people.categories",
                    "hotline.seal");

    private static final String HOME = "hotline.home";

    @Test
    void nothingInItIsSwitchedOn() throws IOException {
        assertThat(load(Files.readString(SAMPLE))).isEmpty();
    }

    @Test
    void everySettingIsInIt() throws IOException {
        var missing = new TreeSet<String>();
        records().forEach(type -> missing.addAll(namesOf(prefix(type), type)));
        missing.remove(HOME);
        missing.removeAll(namesInSample());
        assertThat(missing).isEmpty();
    }

    @Test
    void nothingElseIsInIt() throws IOException {
        var known = new TreeSet<String>();
        records().forEach(type -> known.addAll(namesOf(prefix(type), type)));
        assertThat(namesInSample())
                .filteredOn(name -> name.startsWith("hotline."))
                .isSubsetOf(known);
    }

    @TestFactory
    Stream<DynamicTest> itsDefaultsAreTheOnesThatHold() {
        return records()
                .filter(type -> !NOT_DEFAULTS.contains(prefix(type)))
                .map(type -> DynamicTest.dynamicTest(prefix(type), () -> holds(type)));
    }

    private static void holds(Class<?> type) throws IOException {
        assertThat((Object) binder(sample()).bindOrCreate(prefix(type), Bindable.of(type)))
                .isEqualTo(binder(List.of()).bindOrCreate(prefix(type), Bindable.of(type)));
    }

    private static Stream<Class<?>> records() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents(HotlineApplication.class.getPackageName()).stream()
                .map(found ->
                        ClassUtils.resolveClassName(
                                String.valueOf(found.getBeanClassName()), null));
    }

    private static String prefix(Class<?> type) {
        return type.getAnnotation(ConfigurationProperties.class).value();
    }

    private static Set<String> namesOf(String prefix, Class<?> type) {
        var names = new TreeSet<String>();
        for (var component : type.getRecordComponents()) {
            var name = prefix + "." + dashed(component);
            if (component.getType().isRecord() && isGroup(component)) {
                names.addAll(namesOf(name, component.getType()));
            } else {
                names.add(name);
            }
        }
        return names;
    }

    /** A record that is bound by its parts, not read from one text as Spring's conversion would. */
    private static boolean isGroup(RecordComponent component) {
        return Arrays.stream(component.getType().getMethods())
                .noneMatch(method -> Set.of("valueOf", "of").contains(method.getName()));
    }

    private static String dashed(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Set<String> namesInSample() throws IOException {
        var names = new TreeSet<String>();
        for (var source : sample()) {
            if (source instanceof EnumerablePropertySource<?> settings) {
                for (var name : settings.getPropertyNames()) {
                    names.add(name.replaceAll("\\[.*", ""));
                }
            }
        }
        return names;
    }

    private static List<PropertySource<?>> sample() throws IOException {
        return load(SWITCHED_OFF.matcher(Files.readString(SAMPLE)).replaceAll(""));
    }

    private static List<PropertySource<?>> load(String yaml) throws IOException {
        return new YamlPropertySourceLoader()
                .load("sample", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    private static Binder binder(List<PropertySource<?>> settings) {
        var sources = new MutablePropertySources();
        settings.forEach(sources::addLast);
        return new Binder(ConfigurationPropertySources.from(sources));
    }
}
