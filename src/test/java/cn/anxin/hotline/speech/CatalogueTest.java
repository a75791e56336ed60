package cn.anxin.hotline.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
    private static final Path OURS = Path.of("sounds/zh/prompts.properties");

    @TempDir private Path folder;

    @Test
    void oursHasNoFault() throws Exception {
        var catalogue = Catalogue.read(OURS);

        assertThat(catalogue.faults()).isEmpty();
        assertThat(catalogue.texts()).isNotEmpty();
    }

    @Test
    void oursIsWrittenAsItIsSaid() throws Exception {
        assertThat(Catalogue.read(OURS).texts().values())
                .allSatisfy(text ->
                        assertThat(text)
                                .matches("[\\p{IsHan}，。？！、：；“”…\\d]+")
                                .doesNotContainPattern("\\d{2}"));
    }

    @Test
    void aBadLineIsNamedAndCostsNobodyTheOthers() throws Exception {
        var file =
                Files.writeString(
                        folder.resolve("prompts.properties"),
                        """
                        # a comment

                        greeting=您好。
                        Greeting=您好。
                        greeting=您好您好。
                        greeting-slow=您——好。
                        no text
                        empty=
                        long=%s
                        bye=再见，请按=号键。
                        """
                                .formatted("好".repeat(301)));

        var catalogue = Catalogue.read(file);

        assertThat(catalogue.texts())
                .containsOnlyKeys("greeting", "bye")
                .containsEntry("bye", "再见，请按=号键。");
        assertThat(catalogue.faults())
                .satisfiesExactly(
                        fault -> assertThat(fault).isEqualTo("line 4: not a key: Greeting"),
                        fault -> assertThat(fault).isEqualTo("line 5: a second greeting"),
                        fault -> assertThat(fault).isEqualTo("line 6: not a key: greeting-slow"),
                        fault -> assertThat(fault).startsWith("line 7: not a key"),
                        fault -> assertThat(fault).startsWith("line 8: empty has no text"),
                        fault -> assertThat(fault).startsWith("line 9: long has no text, or more"));
    }
}
