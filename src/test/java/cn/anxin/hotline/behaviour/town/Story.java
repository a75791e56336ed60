package cn.anxin.hotline.behaviour.town;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A story about people of its own; others go on beside it in the same town. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(TownExtension.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Story.INSTALLATION, mode = ResourceAccessMode.READ)
public @interface Story {
    /** What stories share. */
    String INSTALLATION = "the installation";

    /** The telephones of the duty desk ring for everybody; one story at a time may answer them. */
    String DUTY_DESK = "the duty desk";
}
