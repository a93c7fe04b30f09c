/**
 * The words of the language: one interface for each place where words may stand, without behaviour. The checker, the
 * help and the completion read them; the builders of {@code dsl} implement them.
 */
package io.hotcopy.dsl.words;
