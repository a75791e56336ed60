package cn.anxin.hotline.people;

import static cn.anxin.hotline.people.RiskLevel.HIGH;
import static cn.anxin.hotline.people.RiskLevel.NORMAL;

import cn.anxin.hotline.people.CategorySettings.Own;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The categories of this town: those every town has, then its own. Immutable. */
@Component
public class Categories {
    private static final List<Known> EVERYWHERE =
            List.of(
                    known(Category.NO_FAMILY, HIGH, "孤老"),
                    known(Category.LIVING_ALONE, NORMAL, "独居", "独居老人"),
                    known(Category.ALL_ELDER_HOUSEHOLD, NORMAL, "纯老", "纯老家庭", "纯老户"),
                    known(Category.VERY_OLD, NORMAL, "高龄", "高龄老人"),
                    known(Category.SEVERELY_DISABLED, HIGH, "重残", "重度残疾"),
                    known(Category.DISABLED, HIGH, "失能", "失能老人"),
                    known(Category.GRAVELY_ILL, HIGH, "患重大疾病", "重大疾病", "重病", "大病"),
                    known(Category.MENTALLY_ILL, HIGH, "精神障碍"),
                    known(Category.CHILD_IN_DIFFICULTY, HIGH, "困境儿童"),
                    known(Category.ORPHAN, HIGH, "孤儿"),
                    known(Category.LEFT_BEHIND_CHILD, NORMAL, "留守儿童"),
                    known(Category.TEMPORARILY_ALONE, NORMAL, "临时独居", "临时独处"));

    private final Map<Category, Known> known = new LinkedHashMap<>();

    private record Known(Category category, RiskLevel risk, String label, Set<String> alsoWritten) {

        boolean isWritten(String text) {
            return label.equals(text) || alsoWritten.contains(text);
        }
    }

    /**
     * @throws IllegalArgumentException if two categories have the same code, or are written alike
     */
    public Categories(CategorySettings settings) {
        Stream.concat(EVERYWHERE.stream(), settings.own().stream().map(Categories::own))
                .forEach(this::learn);
    }

    public List<Category> all() {
        return List.copyOf(known.keySet());
    }

    /** As the town writes it; of one that has gone from the settings, its code. */
    public String label(Category category) {
        var found = known.get(category);
        return found == null ? category.code() : found.label();
    }

    /** Reads it as a town writes it. */
    public Optional<Category> read(String text) {
        return known.values().stream()
                .filter(one -> one.isWritten(text))
                .map(Known::category)
                .findFirst();
    }

    public boolean knows(Category category) {
        return known.containsKey(category);
    }

    /** The highest of them; normal if there are none. */
    public RiskLevel risk(Collection<Category> categories) {
        return categories.stream()
                .map(known::get)
                .flatMap(Stream::ofNullable)
                .map(Known::risk)
                .max(Comparator.naturalOrder())
                .orElse(NORMAL);
    }

    private void learn(Known one) {
        var written = Stream.concat(Stream.of(one.label()), one.alsoWritten().stream());
        if (written.anyMatch(text -> read(text).isPresent()) || knows(one.category())) {
            throw new IllegalArgumentException(
                    "hotline.people.categories.own: " + one.category() + " is there already");
        }
        known.put(one.category(), one);
    }

    private static Known own(Own own) {
        return new Known(
                new Category(own.code()), own.risk(), own.label(), Set.copyOf(own.alsoWritten()));
    }

    private static Known known(
            Category category, RiskLevel risk, String label, String... alsoWritten) {
        return new Known(category, risk, label, Set.of(alsoWritten));
    }
}
