package cn.anxin.hotline.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.anxin.hotline.call.Answer;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.escalation.IncidentOutcome;
import cn.anxin.hotline.escalation.Incidents;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.people.FamilyContact;
import cn.anxin.hotline.people.Person;
import cn.anxin.hotline.people.Profile;
import cn.anxin.hotline.people.Roster;
import cn.anxin.hotline.people.intake.ImportOptions;
import cn.anxin.hotline.people.intake.RosterImport;
import cn.anxin.hotline.people.keeping.Because;
import cn.anxin.hotline.people.keeping.Kept;
import cn.anxin.hotline.people.keeping.PersonHistory;
import cn.anxin.hotline.people.keeping.RosterKeeping;
import cn.anxin.hotline.people.pause.PauseList;
import cn.anxin.hotline.people.pause.PauseReason;
import cn.anxin.hotline.people.pause.Pauses;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.TestPropertySource;

/**
 * What a person's day leaves behind: no detail of theirs in a log, and none in clear in a table.
 */
@TestPropertySource(
        properties = {
            "spring.datasource.hikari." + NobodyIsNamedTest.ERRORS_WITHOUT_ROWS + "=false",
            "hotline.home=target/rooms-unnamed"
        })
class NobodyIsNamedTest extends RoomStory {
    static final String ERRORS_WITHOUT_ROWS = "data-source-properties.logServerErrorDetail";

    private static final Path MESSAGES = Path.of("target/rooms-unnamed/messages");
    private static final String HER_NUMBER = "+8613812345671";
    private static final String HER_VOLUNTEER = "+8613987654321";
    private static final String ROSTER =
            """
            姓名,村居委,住址,联系电话,结对志愿者,志愿者电话,备注
            欧阳静娴,示范一居委,紫薇路999弄12号,13812345671,尉迟建国,13987654321,钥匙在蒋阿姨处
            欧阳静娴,示范一居委,紫薇路999弄12号,1381234567,尉迟建国,13987654321,钥匙在蒋阿姨处
            """;

    private static final List<String> NAMES = List.of("欧阳", "静娴", "尉迟", "建国");
    private static final List<String> DETAILS =
            List.of(
                    "1381234567",
                    "1398765432",
                    "1361112223",
                    "紫薇路",
                    "蒋阿姨",
                    "慕容",
                    "冠心病",
                    "老年活动室",
                    "中山医院",
                    "楼组长说");

    @Autowired RosterImport imports;
    @Autowired Roster roster;
    @Autowired RosterKeeping keeping;
    @Autowired PersonHistory history;
    @Autowired Pauses pauses;
    @Autowired PauseList pauseList;
    @Autowired Incidents incidents;

    private final Logger everything =
            (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("cn.anxin.hotline");
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();
    private long person;

    @BeforeEach
    void listen() {
        written.start();
        everything.addAppender(written);
        ours.setLevel(Level.TRACE);
    }

    @AfterEach
    void listenNoMore() {
        ours.setLevel(null);
        everything.detachAppender(written);
    }

    @Test
    void aDayOfSomebodyLeavesNoDetailInALog() throws IOException {
        aDay();

        assertThat(logged()).isNotEmpty();
        for (var detail : Stream.concat(NAMES.stream(), DETAILS.stream()).toList()) {
            assertThat(logged()).as("log with %s", detail).noneMatch(line -> line.contains(detail));
        }
    }

    @Test
    void norInClearInATable() throws IOException {
        aDay();

        var tables =
                jdbc.sql(
                                "select table_name from information_schema.tables where table_schema = 'public'")
                        .query(String.class)
                        .list();
        assertThat(tables).hasSizeGreaterThan(15);
        for (var table : tables) {
            var rows =
                    jdbc.sql("select t::text from %s t".formatted(table))
                            .query(String.class)
                            .list();
            for (var detail : DETAILS) {
                assertThat(rows)
                        .as(table + " with " + detail)
                        .noneMatch(row -> row.contains(detail));
            }
            if (!List.of("person", "volunteer").contains(table)) {
                for (var name : NAMES) {
                    assertThat(rows)
                            .as(table + " with " + name)
                            .noneMatch(row -> row.contains(name));
                }
            }
        }
    }

    @Test
    void norInTheFilesOfMessagesThatWereFiledAndSealed() throws IOException {
        aDay();

        try (var files = Files.walk(MESSAGES)) {
            assertThat(
                            files.filter(Files::isRegularFile)
                                    .map(file -> file.getFileName().toString()))
                    .isEmpty();
        }
    }

    @Test
    void norInWhatARecordSaysOfItself() throws IOException {
        aDay();
        var shown = roster.person(person).orElseThrow();

        var told =
                Stream.of(
                                shown,
                                shown.profile(),
                                shown.profile().ladder(),
                                shown.profile().family(),
                                shown.profile().speaking(),
                                shown.profile().consent(),
                                roster.page(0, 100),
                                roster.ladderOf(person),
                                history.page(person, Long.MAX_VALUE, 100),
                                pauseList.page(List.of(), Long.MAX_VALUE, 100))
                        .map(Object::toString)
                        .collect(Collectors.joining());

        for (var detail : Stream.concat(NAMES.stream(), DETAILS.stream()).toList()) {
            assertThat(told).doesNotContain(detail);
        }
    }

    @Test
    void norInWhatAFailureSays() throws IOException {
        aDay();
        jdbc.sql("alter table person add constraint broken check (birth_year < 1950) not valid")
                .update();
        try {
            var failure =
                    catchThrowable(
                            () -> changed(1944 + 10, person(), new Because(Actor.API, "补年龄")));

            assertThat(failure).isInstanceOf(DataAccessException.class);
            assertThat(failure)
                    .hasStackTraceContaining("broken")
                    .satisfies(thrown ->
                            assertThat(everyMessage(thrown))
                                    .doesNotContain("欧阳", "示范", "Failing row"));
        } finally {
            jdbc.sql("alter table person drop constraint broken").update();
        }
    }

    @Test
    void theServiceAsksItsDatabaseForErrorsWithoutRows() throws IOException {
        var shipped =
                new YamlPropertySourceLoader()
                        .load("shipped", new ClassPathResource("application.yaml"))
                        .getFirst();

        assertThat(shipped.getProperty("spring.datasource.hikari." + ERRORS_WITHOUT_ROWS))
                .isEqualTo(false);
    }

    /**
     * Comes into the roster, is not reached, is taken care of, rings us, leaves a message, goes
     * away.
     */
    private void aDay() throws IOException {
        imports.run(
                new ByteArrayInputStream(ROSTER.getBytes(StandardCharsets.UTF_8)),
                ImportOptions.ADD,
                Actor.API);
        person = roster.peopleAt(new PhoneNumber(HER_NUMBER)).getFirst().id();
        changed(1944, person(), new Because(Actor.duty("王芳"), "楼组长说的"));
        keeping.show(person, new Because(Actor.duty("王芳"), "楼组长说要上门"));
        missed();
        ringsUs();
        leavesAMessage();
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        pauses.begin(
                new Pauses.Wish(
                        person, today.plusDays(1), today.plusDays(9), PauseReason.HOSPITAL, "中山医院"),
                Actor.duty("王芳"));
        turn.sweep();
    }

    private void missed() {
        rounds.startNow(List.of(person));
        for (int attempt = 0; attempt < 3; attempt++) {
            turn.sweep();
            telephone.end(telephone.rings(HER_NUMBER), CallOutcome.NO_ANSWER);
        }
        turn.sweep();
        var call = telephone.rings(HER_VOLUNTEER);
        turn.hold(ScriptedLine.pressing(call, '1'));
        telephone.end(call, CallOutcome.ANSWERED);
        var incident =
                jdbc.sql("select id from incident where person_id = ?")
                        .param(person)
                        .query(Long.class)
                        .single();
        incidents.settle(incident, Actor.duty("王芳"), IncidentOutcome.WELL, "在老年活动室找到");
    }

    private void ringsUs() {
        turn.hold(
                new ScriptedLine(
                        new CallId("1795298480.87"),
                        new PhoneNumber(HER_NUMBER),
                        new Answer.Pressed('5')));
        turn.sweep();
        telephone.end(telephone.rings(HER_VOLUNTEER), CallOutcome.NO_ANSWER);
    }

    private void leavesAMessage() throws IOException {
        Files.createDirectories(MESSAGES);
        Files.writeString(MESSAGES.resolve("1795298480.88.wav"), "RIFF");
        Files.writeString(
                MESSAGES.resolve("1795298480.88.txt"), "13812345671 1795298480 message\n");
        turn.sweep();
    }

    private Person person() {
        return roster.person(person).orElseThrow();
    }

    private Kept changed(int birthYear, Person before, Because because) {
        var profile = before.profile();
        return keeping.change(
                before.id(),
                before.version(),
                new Profile(
                        profile.name(),
                        profile.committee(),
                        profile.gender(),
                        birthYear,
                        profile.address(),
                        profile.window(),
                        profile.numbers(),
                        profile.categories(),
                        profile.note(),
                        profile.speaking(),
                        "冠心病",
                        profile.risk(),
                        profile.aloneUntil(),
                        profile.consent(),
                        profile.ladder(),
                        List.of(new FamilyContact("慕容秋", "女儿", new PhoneNumber("+8613611122233")))),
                because);
    }

    private List<String> logged() {
        var layout = new PatternLayout();
        layout.setContext(everything.getLoggerContext());
        layout.setPattern("%level %logger %mdc %kvp %msg%n%ex");
        layout.start();
        return List.copyOf(written.list).stream().map(layout::doLayout).toList();
    }

    private static String everyMessage(Throwable thrown) {
        return Stream.iterate(thrown, one -> one != null, Throwable::getCause)
                .map(Throwable::toString)
                .collect(Collectors.joining("\n"));
    }
}
