package io.hotcopy.script;

/**
 * What a script returned on purpose. Public for the classes that scripts compile to.
 *
 * @param value perhaps {@code null}
 */
public record ReturnedValue(Object value) {}
