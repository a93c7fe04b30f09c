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

    /** One line as a person writes it. */
    String example();
}
