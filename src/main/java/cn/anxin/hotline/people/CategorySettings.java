package cn.anxin.hotline.people;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param own the categories that this town has beyond those of every town; at most 100. One may be
 *     taken away again: who was in it keeps its code
 */
@ConfigurationProperties("hotline.people.categories")
public record CategorySettings(@DefaultValue List<Own> own) {
    private static final int MOST = 100;

    public CategorySettings {
        own = List.copyOf(own);
        if (own.size() > MOST) {
            throw new IllegalArgumentException("hotline.people.categories.own: at most " + MOST);
        }
    }

    /**
     * @param code as {@link Category}'s; never changed once people are in it
     * @param label as the town writes it
     * @param alsoWritten how rosters may write it besides
     * @param risk of whoever is in it and has none set
     */
    public record Own(
            String code,
            String label,
            @DefaultValue List<String> alsoWritten,
            @DefaultValue("NORMAL") RiskLevel risk) {

        public Own {
            if (label.isBlank()) {
                throw new IllegalArgumentException(
                        "hotline.people.categories.own: " + code + " needs a label");
            }
        }
    }
}
