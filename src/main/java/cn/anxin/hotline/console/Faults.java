package cn.anxin.hotline.console;

import cn.anxin.hotline.console.Problem.Fault;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** What of a request is written wrongly, as far as Spring can tell. */
final class Faults {

    private Faults() {}

    static List<Fault> in(Exception why) {
        return switch (why) {
            case HandlerMethodValidationException invalid ->
                    invalid.getParameterValidationResults().stream()
                            .flatMap(Faults::ofParameter)
                            .toList();
            case MethodArgumentNotValidException invalid ->
                    invalid.getBindingResult().getAllErrors().stream()
                            .map(error -> unfit("body", error))
                            .toList();
            case MethodArgumentTypeMismatchException mismatch ->
                    List.of(new Fault(mismatch.getName(), "写法不对", "written wrongly"));
            case MissingServletRequestParameterException missing ->
                    List.of(missing(missing.getParameterName()));
            case MissingServletRequestPartException missing ->
                    List.of(missing(missing.getRequestPartName()));
            case HttpMessageNotReadableException _ ->
                    List.of(new Fault("body", "不是这里要的 JSON", "not the JSON that is wanted here"));
            default -> List.of();
        };
    }

    private static Stream<Fault> ofParameter(ParameterValidationResult result) {
        var name = Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "");
        return result.getResolvableErrors().stream().map(error -> unfit(name, error));
    }

    private static Fault unfit(String parameter, MessageSourceResolvable error) {
        var where = error instanceof FieldError field ? field.getField() : parameter;
        return new Fault(where, "超出允许的范围", orElse(error.getDefaultMessage(), "out of range"));
    }

    private static Fault missing(String what) {
        return new Fault(what, "缺少这一项", "missing");
    }

    private static String orElse(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
