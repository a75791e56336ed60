package cn.anxin.hotline.console;

import cn.anxin.hotline.console.Problem.Fault;
import cn.anxin.hotline.console.Trouble.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/** A {@link Problem} in sentences, for who asks from a terminal. */
final class ProblemText {

    private ProblemText() {}

    /**
     * Whether they want text, and no JSON.
     *
     * @param accept as in the header of that name
     */
    static boolean isWanted(@Nullable String accept) {
        if (accept == null) {
            return false;
        }
        try {
            var wanted = MediaType.parseMediaTypes(accept);
            return !wanted.isEmpty()
                    && wanted.stream()
                            .allMatch(type -> type.equalsTypeAndSubtype(MediaType.TEXT_PLAIN));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    static String of(ProblemDetail problem, Tongue tongue) {
        var told = Objects.requireNonNull(problem.getProperties());
        var words = (Words) Objects.requireNonNull(told.get(tongue.says("zh", "en")));
        var sentences = new ArrayList<String>();
        sentences.add(words.happened());
        var faults = faults(told.get("errors"));
        faults.forEach(fault -> sentences.add(tongue.says(fault.zh(), fault.en())));
        sentences.add(words.notLost());
        if (faults.isEmpty()) {
            sentences.add(words.next());
        }
        if (told.get("reference") instanceof String reference) {
            sentences.add("reference " + reference);
        }
        var end = tongue.says("。", ". ");
        return String.join(end, sentences) + end.strip() + "\n";
    }

    private static List<Fault> faults(@Nullable Object errors) {
        return errors instanceof List<?> list
                ? list.stream()
                        .flatMap(one ->
                                one instanceof Fault fault ? Stream.of(fault) : Stream.empty())
                        .toList()
                : List.of();
    }
}
