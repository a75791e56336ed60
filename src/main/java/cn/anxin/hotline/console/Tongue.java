package cn.anxin.hotline.console;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In which language somebody wants to be told; Chinese unless they ask for English first. */
enum Tongue {
    ZH,
    EN;

    private static final List<Locale> SPOKEN = List.of(Locale.CHINESE, Locale.ENGLISH);

    /**
     * @param acceptLanguage as in the header of that name; what cannot be read asks for nothing
     */
    static Tongue of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return ZH;
        }
        try {
            var wanted = Locale.LanguageRange.parse(acceptLanguage);
            return Locale.ENGLISH.equals(Locale.lookup(wanted, SPOKEN)) ? EN : ZH;
        } catch (IllegalArgumentException e) {
            return ZH;
        }
    }

    String says(String zh, String en) {
        return this == ZH ? zh : en;
    }
}
