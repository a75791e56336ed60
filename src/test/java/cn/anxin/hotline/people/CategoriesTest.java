package cn.anxin.hotline.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxin.hotline.people.CategorySettings.Own;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CategoriesTest {
    private static final Own EXAM_YEAR =
            new Own("EXAM_YEAR", "考生家庭", List.of("中高考家庭"), RiskLevel.LOW);

    @Test
    void aTownHasItsOwnBesideThoseOfEveryTown() {
        var categories = of(EXAM_YEAR);

        assertThat(categories.read("中高考家庭")).hasValue(new Category("EXAM_YEAR"));
        assertThat(categories.read("独居老人")).hasValue(Category.LIVING_ALONE);
        assertThat(categories.read("别的")).isEmpty();
        assertThat(categories.label(new Category("EXAM_YEAR"))).isEqualTo("考生家庭");
        assertThat(categories.all()).hasSize(13);
    }

    @Test
    void oneThatHasGoneKeepsItsCode() {
        var gone = new Category("EXAM_YEAR");

        assertThat(of().label(gone)).isEqualTo("EXAM_YEAR");
        assertThat(of().knows(gone)).isFalse();
    }

    @Test
    void theHighestRiskCounts() {
        var categories = of(EXAM_YEAR);

        assertThat(categories.risk(Set.of())).isEqualTo(RiskLevel.NORMAL);
        assertThat(categories.risk(Set.of(new Category("EXAM_YEAR")))).isEqualTo(RiskLevel.LOW);
        assertThat(categories.risk(Set.of(new Category("EXAM_YEAR"), Category.NO_FAMILY)))
                .isEqualTo(RiskLevel.HIGH);
    }

    @Test
    void twoThatAreWrittenAlikeAreRefused() {
        assertThatThrownBy(() -> of(new Own("ALONE", "独居", List.of(), RiskLevel.LOW)))
                .hasMessageContaining("ALONE");
        assertThatThrownBy(() -> of(new Own("ORPHAN", "别的", List.of(), RiskLevel.LOW)))
                .hasMessageContaining("ORPHAN");
        assertThatThrownBy(() -> of(new Own("exam year", "考生", List.of(), RiskLevel.LOW)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Categories of(Own... own) {
        return new Categories(new CategorySettings(List.of(own)));
    }
}
