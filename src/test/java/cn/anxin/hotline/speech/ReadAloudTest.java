package cn.anxin.hotline.speech;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadAloudTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    示范路272弄35号103室 | 示范路二七二弄三十五号幺零三室
                    5号2楼502室         | 五号二楼五零二室
                    １０３室             | 幺零三室
                    10号楼1001室        | 十号楼幺零零幺室
                    35-103              | 三十五杠幺零三
                    3#楼                | 三号楼
                    A座B1层             | 诶座必一层
                    9:05                | 九点零五分
                    9点05分             | 九点零五分
                    21:30吃药           | 二十一点三十分吃药
                    8:00                | 八点
                    13800001234         | 幺三八，零零零零，幺二三四
                    +86 138 0000 1234   | 幺三八，零零零零，幺二三四
                    021-58958808        | 零二幺，五八九五，八八零八
                    拨打120              | 拨打幺二零
                    82岁                | 八十二岁
                    103岁               | 一百零三岁
                    2026年3月1日         | 二零二六年三月一日
                    12.5                | 十二点五
                    0                   | 零
                    """)
    void numbersAreSaidAsPeopleSayThem(String written, String said) {
        assertThat(ReadAloud.words(written)).isEqualTo(said);
    }

    @Test
    void sentencesKeepTheirPauses() {
        assertThat(ReadAloud.words("王秀兰（女，82岁）；住示范路。\n请去看看！")).isEqualTo("王秀兰，女，八十二岁，住示范路。请去看看。");
    }

    @Test
    void nothingButWordsIsLeft() {
        assertThat(ReadAloud.words("王\u0000兰\u0007[[S;jong35]]\u202e<b>好</b>`rm`$(ls)\uD842\uDFB7"))
                .matches("[\\p{IsHan}，。]+")
                .startsWith("王兰");
    }

    @Test
    void whatCannotBeSaidIsNothing() {
        assertThat(ReadAloud.words("—— * ♥ …")).isEmpty();
    }
}
