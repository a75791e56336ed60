package cn.anxin.hotline;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;

/** The walls of the house. */
@AnalyzeClasses(packages = "cn.anxin.hotline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @Test
    void roomsUseOnlyTheRoomsTheyDeclare() {
        ApplicationModules.of(HotlineApplication.class).verify();
    }

    @ArchTest
    static final ArchRule onlyTheAsteriskRoomKnowsAsteriskJavaAndNetty =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("cn.anxin.hotline.asterisk..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("org.asteriskjava..", "io.netty.."));

    @ArchTest
    static final ArchRule onlyTheLiveRoomKnowsJedis =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("cn.anxin.hotline.live..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("redis.clients.."));

    @ArchTest
    static final ArchRule onlyTheConsoleKnowsTheWeb =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("cn.anxin.hotline.console..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    "org.springframework.web..",
                                    "org.springframework.http..",
                                    "jakarta.servlet.."));

    @ArchTest
    static final ArchRule onlyTheChannelsKnowTheWaysOut =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("cn.anxin.hotline.notice.channel..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    "java.net.http..", "jakarta.mail..", "org.eclipse.angus.."));

    @ArchTest
    static final ArchRule nobodyImportsTheConsole =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("cn.anxin.hotline.console..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("cn.anxin.hotline.console.."));

    @ArchTest
    static final ArchRule nobodyImportsTheAsteriskRoom =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("cn.anxin.hotline.asterisk..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("cn.anxin.hotline.asterisk.."));

    @ArchTest
    static final ArchRule noClockButAnInjectedOne =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName(HotlineApplication.class.getName())
                    .should()
                    .callMethodWhere(target(asksTheSystemForTheTime()));

    /** An unclosed stream keeps its connection for ever; twenty of them keep all. */
    @ArchTest
    static final ArchRule noStreamThatHoldsAConnection =
            noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream");

    private static DescribedPredicate<AccessTarget> asksTheSystemForTheTime() {
        var systemClocks =
                Set.of("system", "systemUTC", "systemDefaultZone", "tickSeconds", "tickMillis");
        return DescribedPredicate.describe(
                "ask the system for the time of day",
                target -> {
                    JavaClass owner = target.getOwner();
                    var name = target.getName();
                    var now =
                            owner.getPackageName().equals("java.time")
                                    && name.equals("now")
                                    && target.getFullName().endsWith("now()");
                    var clock = owner.isEquivalentTo(Clock.class) && systemClocks.contains(name);
                    var millis =
                            owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis");
                    var date =
                            owner.isEquivalentTo(Date.class)
                                    && target.getFullName().endsWith("<init>()");
                    return now || clock || millis || date;
                });
    }
}
