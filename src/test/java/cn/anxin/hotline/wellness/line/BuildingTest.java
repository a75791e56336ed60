package cn.anxin.hotline.wellness.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildingTest {

    @ParameterizedTest
    @CsvSource({
        "示范路1号, 示范路1号",
        "张江路100弄5号302室, 张江路100弄5号",
        "张江路１００弄５号 302, 张江路100弄5号",
        "孙桥路20号3号楼501, 孙桥路20号3号楼",
        "环东一村12幢, 环东一村12幢",
        "中心村第三组, 中心村第三组"
    })
    void theRoomIsLeftOff(String address, String building) {
        assertThat(Building.of(address)).isEqualTo(building);
    }
}
