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

/** A story in which the duty desk is rung; the only such one at its time. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(TownExtension.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Story.INSTALLATION, mode = ResourceAccessMode.READ)
@ResourceLock(Story.DUTY_DESK)
public @interface DeskStory {}
