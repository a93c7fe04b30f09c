/**
 * The language: text in, {@link io.hotcopy.model.Declarations} or problems out. Declarations are read, not run: Groovy
 * parses, one reader turns calls into words, one checker compares them with the vocabulary of {@code dsl.words}. YAML's
 * nodes become the same words, by the rule that {@link io.hotcopy.dsl.NodeReader} tells: a word is a key, and its value
 * is what the word takes; a value that has more than itself is the key of a mapping to the rest. And a model can be
 * written down in either spelling, by way of words again.
 *
 * <p>Front doors: {@link io.hotcopy.dsl.PolicyCompiler} for texts; {@link io.hotcopy.dsl.DeclarationText} for writing
 * them; {@link io.hotcopy.dsl.WordRecorder} for the same words as closures; {@link io.hotcopy.dsl.PolicySyntax} for a
 * text that is being typed; {@link io.hotcopy.dsl.Vocabulary} for help and completion.
 */
package io.hotcopy.dsl;
