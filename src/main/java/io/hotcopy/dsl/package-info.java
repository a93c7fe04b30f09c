/**
 * The language: text in, {@link io.hotcopy.model.Declarations} or problems out. Declarations are read, not run: Groovy
 * parses, one reader turns calls into words, one checker compares them with the vocabulary of {@code dsl.words}.
 *
 * <p>Front doors: {@link io.hotcopy.dsl.PolicyCompiler} for texts; {@link io.hotcopy.dsl.WordRecorder} for the same
 * words as closures; {@link io.hotcopy.dsl.PolicySyntax} for a text that is being typed;
 * {@link io.hotcopy.dsl.Vocabulary} for help and completion.
 */
package io.hotcopy.dsl;
