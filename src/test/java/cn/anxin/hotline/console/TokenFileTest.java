package cn.anxin.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {
    @TempDir Path home;

    @Test
    void isMadeOnceForItsOwnerAlone() throws IOException {
        var file = home.resolve("not/yet/there/api-token");

        var token = new TokenFile(file).readOrMake();

        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        assertThat(Files.readString(file)).isEqualTo(token + "\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.api-token*");
    }

    @Test
    void isKeptOverARestart() {
        var file = new TokenFile(home.resolve("api-token"));

        assertThat(file.readOrMake()).isEqualTo(file.readOrMake());
    }

    @Test
    void isMadeAnewWhereItWasSpoilt() throws IOException {
        var path = home.resolve("api-token");
        Files.writeString(path, "");

        assertThat(new TokenFile(path).readOrMake()).matches("[A-Za-z0-9_-]{43}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void isClosedToOthersAgainWhereSomebodyOpenedIt() throws IOException {
        var path = home.resolve("api-token");
        var token = new TokenFile(path).readOrMake();
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(new TokenFile(path).readOrMake()).isEqualTo(token);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void aTokenOfTheSettingsIsNotTooShort() {
        assertThatThrownBy(() -> new ApiSettings("secret"))
                .hasMessageContaining("hotline.api.token");
        assertThat(new ApiSettings("a-token-for-tests-0123456789").toString())
                .doesNotContain("0123456789");
    }
}
