package cn.anxin.hotline.asterisk.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TownTableTest {
    private static final String HEAD = "number,behaviour,arguments,note\ndefault,presses,1 4,\n";
    @TempDir private Path folder;

    @Test
    void readsTheTownOfTheDemo() throws IOException {
        var dialplan = Files.readString(Path.of("dialplans/simulator/extensions.conf"));
        assertThat(TownTable.read(Path.of("dialplans/simulator/town.csv")))
                .hasSizeGreaterThan(20)
                .allSatisfy(phone ->
                        assertThat(dialplan)
                                .contains("exten => " + phone.does().split(" ")[0] + ",1,"));
    }

    @Test
    void aBehaviourAndItsArguments() throws IOException {
        assertThat(read(HEAD + "# a remark\n\n13800000001,silent,,says nothing\n"))
                .containsExactly(
                        new TownTable.Telephone("default", "presses 1 4"),
                        new TownTable.Telephone("13800000001", "silent"));
    }

    @Test
    void namesTheLineOfABadRow() {
        assertThatThrownBy(() -> read(HEAD + "13800000001,silent,\"1,System\",\n"))
                .isInstanceOf(BadSettingException.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining("arguments");
        assertThatThrownBy(() -> read(HEAD + "elder,silent,,\n"))
                .isInstanceOf(BadSettingException.class)
                .hasMessageContaining("number");
    }

    @Test
    void everyNumberDoesSomething() {
        assertThatThrownBy(() -> read("number,behaviour,arguments,note\n13800000001,silent,,\n"))
                .isInstanceOf(BadSettingException.class)
                .hasMessageContaining("default");
    }

    private List<TownTable.Telephone> read(String table) throws IOException {
        return TownTable.read(Files.writeString(folder.resolve("town.csv"), table));
    }
}
