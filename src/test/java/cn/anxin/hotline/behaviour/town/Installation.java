package cn.anxin.hotline.behaviour.town;

import cn.anxin.hotline.behaviour.ear.Ear;
import cn.anxin.hotline.behaviour.phone.Account;
import cn.anxin.hotline.behaviour.phone.IncomingCall;
import cn.anxin.hotline.behaviour.phone.Manners;
import cn.anxin.hotline.behaviour.phone.Phone;
import cn.anxin.hotline.behaviour.phone.Sound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * All of ours, as {@code ops/hotline run} would start it but in quick time: a real Asterisk, the
 * service with its own PostgreSQL and Redis, and around it a carrier and a duty desk of our
 * telephones. Shared by all stories of a run.
 */
public final class Installation implements AutoCloseable {
    public static final String NUMBER = "58958808";
    static final List<String> DESK_PHONES = List.of("duty1", "duty2", "duty3");
    static final String DUTY_MOBILE = "13900000999";
    private static final Duration REGISTERED_FOR = Duration.ofMinutes(2);
    private static final Duration TO_RENDER = Duration.ofSeconds(30);
    private static final Duration TO_SPEAK = Duration.ofMinutes(3);
    private static final int HURRY = 3;
    private static final Path ROOT = Path.of("").toAbsolutePath();

    private final Bundle bundle = Bundle.ofThisMachine();
    private final Neighbourhood where = Neighbourhood.free();
    private final Path home;
    private final List<String> settings;
    private final Figures figures = new Figures();
    private final Database database;
    private final RedisStore redis;
    private final Api api;
    private final ServiceProcess service;
    private final AsteriskServer asterisk;
    private final Phone carrier;
    private final Phone desk;
    private final Ear ear;

    Installation() {
        home = temporaryHome();
        var redisPort = Neighbourhood.freePort();
        settings = Settings.quick(home, where, redisPort);
        database = new Database(home);
        redis = new RedisStore(home, redisPort);
        api =
                new Api(
                        "http://" + where.hotline() + ":" + Neighbourhood.WEB,
                        home.resolve("api-token"));
        service = new ServiceProcess(settings, environment(), home.resolve("log/service.out"), api);
        carrier = Phone.at(Neighbourhood.sipOf(where.carrier()));
        desk = Phone.at(Neighbourhood.sipOf(where.desk()));
        render();
        service.start();
        asterisk =
                new AsteriskServer(
                        bundle.program("ASTERISK_BIN"),
                        home.resolve("asterisk/etc/asterisk.conf"),
                        home.resolve("log/asterisk.out"));
        // a run that is interrupted leaves nothing behind either
        Runtime.getRuntime().addShutdownHook(new Thread(this::endProcesses));
        speak();
        hurry();
        ear = Ear.of(catalogue());
        asterisk.awaitReady();
        desk.knowCallsBy(IncomingCall::caller);
        DESK_PHONES.forEach(this::register);
        service.awaitReady();
    }

    private static Path temporaryHome() {
        try {
            var home = Files.createTempDirectory("hotline-");
            Files.createDirectories(home.resolve("log"));
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> environment() {
        var environment = new HashMap<>(bundle.parts());
        environment.put("HOTLINE_BUNDLE", bundle.file().toString());
        environment.put("HOTLINE_HOME", home.toString());
        environment.put("HOTLINE_ROOT", ROOT.toString());
        return environment;
    }

    private void render() {
        Program.run(
                ServiceProcess.Java.command(
                        "cn.anxin.hotline.asterisk.configuration.RenderTelephony", settings),
                environment(),
                home.resolve("log/render.out"),
                TO_RENDER);
    }

    private void speak() {
        Program.run(
                List.of(ROOT.resolve("ops/lib/speak-catalogue").toString()),
                environment(),
                home.resolve("log/speak.out"),
                TO_SPEAK);
    }

    /** Everybody speaks in a hurry, so that a day fits minutes. */
    private void hurry() {
        try (var prompts = Files.newDirectoryStream(catalogue(), "*.wav")) {
            for (var prompt : prompts) {
                Sound.read(prompt).faster(HURRY).write(prompt);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void register(String deskPhone) {
        desk.when(deskPhone, Manners.neverAnswers());
        desk.register(
                Neighbourhood.sipOf(where.hotline()),
                new Account(deskPhone, passwordOf(deskPhone)),
                REGISTERED_FOR);
    }

    private String passwordOf(String deskPhone) {
        try (var accounts = Files.lines(home.resolve("duty-accounts"))) {
            return accounts.filter(line -> line.startsWith(deskPhone + " "))
                    .map(line -> line.split(" ")[1])
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shell's watch over the service, as {@code ops/hotline run} starts it. */
    public Watchdog watchdog() {
        return Watchdog.start(ROOT.resolve("ops/lib/watchdog.sh"), environment(), home);
    }

    public AsteriskServer asterisk() {
        return asterisk;
    }

    public ServiceProcess service() {
        return service;
    }

    public Database database() {
        return database;
    }

    public RedisStore redis() {
        return redis;
    }

    /** Where Asterisk asks the service what to do; free while the service is dead. */
    public InetSocketAddress fastAgi() {
        return Neighbourhood.at(where.hotline(), Neighbourhood.AGI);
    }

    /** Where our Asterisk takes calls. */
    public InetSocketAddress sip() {
        return Neighbourhood.sipOf(where.hotline());
    }

    /** An address from which calls are taken as the carrier's, and that nothing of ours uses. */
    public String otherCarrier() {
        return where.secondCarrier();
    }

    /** A program of the bundle, such as {@code SIPP_BIN}. */
    public String program(String name) {
        return bundle.program(name);
    }

    public Api api() {
        return api;
    }

    public Figures figures() {
        return figures;
    }

    /** A text of the catalogue as it sounds. */
    Sound catalogued(String prompt) {
        return Sound.read(catalogue().resolve(prompt + ".wav"));
    }

    /** Any words as our voice says them. */
    Sound spoken(String words) {
        try {
            var folder = Files.createTempDirectory(home, "words");
            var text = Files.writeString(folder.resolve("words.txt"), words);
            var sound = folder.resolve("words.wav");
            Program.run(
                    List.of(
                            ROOT.resolve("ops/lib/speak").toString(),
                            text.toString(),
                            sound.toString()),
                    environment(),
                    home.resolve("log/speak.out"),
                    TO_SPEAK);
            return Sound.read(sound);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path catalogue() {
        return home.resolve("sounds/zh/hotline");
    }

    public Ear ear() {
        return ear;
    }

    Phone carrier() {
        return carrier;
    }

    Phone desk() {
        return desk;
    }

    Neighbourhood where() {
        return where;
    }

    Path home() {
        return home;
    }

    Bundle bundle() {
        return bundle;
    }

    /** Whatever of ours a story killed or froze is alive and well when this returns. */
    void recover() {
        if (!asterisk.runs()) {
            asterisk.start();
        }
        service.thaw();
        if (!service.runs()) {
            service.start();
        }
        asterisk.awaitReady();
        service.awaitReady();
    }

    private void endProcesses() {
        service.stop();
        asterisk.stop();
    }

    @Override
    public void close() {
        System.out.print(figures.table());
        carrier.close();
        desk.close();
        endProcesses();
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
