package cn.anxin.hotline.behaviour.town;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A story in which something of ours dies; it has the town to itself. Errors in the service's log
 * are what such a story asks for.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(TownExtension.class)
@ResourceLock(Story.INSTALLATION)
public @interface DisasterStory {}
