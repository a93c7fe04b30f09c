package io.hotcopy.shell.help;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lines as a person types them, the usual one first. Stands at the class or method that is the command; for a command
 * of the program's own table these are further lines beside the one that the table says.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Example {

    /** Each a whole line of the shell. */
    String[] value();
}
