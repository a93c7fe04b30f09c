package io.hotcopy.script;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a verb of scripts does, and which named arguments it takes: for completion. Stands at one of its overloads. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Says {

    /** One sentence without subject or full stop. */
    String value();

    /** The names before the colons. */
    String[] named() default {};
}
