package cn.anxin.hotline.people.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.call.ScreenSignal;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.people.Roster;
import cn.anxin.hotline.people.intake.export.ExportFormat;
import cn.anxin.hotline.people.intake.export.RosterExport;
import cn.anxin.hotline.testing.TestDatabase;
import cn.anxin.hotline.testing.TestSeal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What goes out comes in again, and changes nothing. */
class ExportedRosterTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final RosterImport imports = ImportRig.on(database);

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void anExportImportsAsUnchanged(ExportFormat format) throws IOException {
        imports.run(new ByteArrayInputStream(RosterFile.sample()), ImportOptions.ADD, Actor.API);
        imports.run(
                RosterFile.text(
                        """
                        姓名,村居委,电话,备用电话,结对志愿者,志愿者电话,备用志愿者,备用志愿者电话,语言,听力,家属姓名,家属电话,家属关系,身体/精神状况,慢速播报,风险等级,知情同意,临时独居至,备注
                        李明,示范一居委,13800000091,0512-65123456、58958801,朱翠花,13900000100,郭月琴、谢伟民,13900000101、13900000102,上海话,左耳听不清,王芳、王军,13900000001、021-50000099,女儿、,高血压,否,低,2026-03-01,2026-09-30,"一行
                        二行"
                        """),
                ImportOptions.ADD,
                Actor.API);

        var exported = export(format);

        var again =
                imports.run(
                        new ByteArrayInputStream(exported),
                        new ImportOptions(null, true, null, null),
                        Actor.API);
        assertThat(Counts.of(again)).isEqualTo(new Counts(0, 0, 61, 0));
    }

    @Test
    void aCsvExportIsMarkedAndRunsNothing() throws IOException {
        imports.run(
                RosterFile.text("姓名,村居委,电话,备注\n李明,示范一居委,13800000091,'=1+1\n"),
                ImportOptions.ADD,
                Actor.API);

        var text = new String(export(ExportFormat.CSV), StandardCharsets.UTF_8);

        assertThat(text).startsWith("\ufeff姓名,").contains("'=1+1").doesNotContain(",=1+1");
    }

    @Test
    void thatPeopleWereShownIsJournalled() throws IOException {
        imports.run(new ByteArrayInputStream(RosterFile.sample()), ImportOptions.ADD, Actor.API);

        export(ExportFormat.XLSX);

        assertThat(
                        database.jdbc()
                                .sql(
                                        "select actor || ' ' || detail::text from journal where kind = 'roster-exported'")
                                .query(String.class)
                                .list())
                .containsExactly("api {\"format\": \"xlsx\", \"people\": \"60\"}");
    }

    private byte[] export(ExportFormat format) throws IOException {
        var out = new ByteArrayOutputStream();
        var noScreens = new StaticListableBeanFactory().getBeanProvider(ScreenSignal.class);
        new RosterExport(
                        new Roster(database.jdbc(), TestSeal.SEAL, TestSeal.INDEX),
                        new Journal(database.jdbc(), noScreens),
                        new JdbcTransactionManager(database.dataSource()),
                        ImportRig.CATEGORIES,
                        new NumberPlan("CN", "021"))
                .write(format, out, Actor.API);
        return out.toByteArray();
    }
}
