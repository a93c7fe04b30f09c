package io.hotcopy.dsl.words;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a word is for, and how it is written: the text of the help, of completion and of hints. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Describe {

    /** One sentence without a full stop. */
    String value();

    /** Lines as a person writes them, the usual one first; every named argument stands in one of them. */
    String[] example();

    /** For a word with a block: a whole one, over several lines; together with those around it, it is complete. */
    String block() default "";
}
