package io.hotcopy.dsl.words;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The argument is given by name, as in {@code hosts: ['e1']}; without this an argument is given by its place. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Named {

    /** The name before the colon. */
    String value();

    /** What it says, without subject or full stop. */
    String text();
}
