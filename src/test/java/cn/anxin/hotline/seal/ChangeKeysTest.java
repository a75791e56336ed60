package cn.anxin.hotline.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeKeysTest {
    @TempDir Path folder;
    private Path path;
    private SealKeysFile file;

    @BeforeEach
    void aTownHasKeys() {
        path = folder.resolve("seal-keys.json");
        file = new SealKeysFile(path);
        file.write(SealKeys.fresh());
    }

    @Test
    void newKeysComeBesideTheOld() throws IOException {
        var before = file.read();

        assertThat(ChangeKeys.change("add", path)).contains("New keys");

        var after = file.read();
        assertThat(after.sealingIds()).hasSize(2).contains(before.sealingId());
        assertThat(after.sealingId()).isNotEqualTo(before.sealingId());
        assertThat(after.indexingIds()).hasSize(2).contains(before.indexingId());
        assertThat(after.indexingId()).isNotEqualTo(before.indexingId());
    }

    @Test
    void theOldGoAndStayInTheFileBeside() throws IOException {
        ChangeKeys.change("add", path);
        var both = file.read();

        ChangeKeys.change("drop-old", path);
        ChangeKeys.change("drop-old", path);

        assertThat(file.read().sealingIds()).containsExactly(both.sealingId());
        var beside = folder.resolve("seal-keys.json.before");
        assertThat(new SealKeysFile(beside).read().sealingIds()).hasSize(2);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(beside)))
                .isEqualTo("rw-------");
    }

    @Test
    void whatIsNotThereIsToldInOneLine() {
        assertThatThrownBy(() -> ChangeKeys.change("add", folder.resolve("none")))
                .isInstanceOf(SealFailed.class)
                .hasMessageContaining("none");
        assertThatThrownBy(() -> ChangeKeys.change("lose", path)).isInstanceOf(SealFailed.class);
    }
}
