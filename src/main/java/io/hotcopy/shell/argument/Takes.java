package io.hotcopy.shell.argument;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the text of an option or place names: stands beside picocli's annotation. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER})
public @interface Takes {

    /** One kind, or several when it may be either. */
    Kind[] value() default {};

    /** The words that it may be, or begin with when they end with a sign. */
    String[] words() default {};
}
