package io.hotcopy.dsl;

import io.hotcopy.problem.Problem;
import io.hotcopy.problem.SourceSpan;
import java.util.Optional;

/** Spells the examples of hints as the text is spelled for which they are; they are kept in Groovy's spelling. */
final class Examples {
    private static final String TITLE = "for example: ";

    private Examples() {}

    /** The problem with its examples in the spelling of the text where it was found. */
    static Problem spelledAsAround(Problem problem) {
        boolean isYaml = problem.span().map(SourceSpan::file).map(Spelling::of).equals(Optional.of(Spelling.YAML));
        return isYaml
                ? new Problem(
                        problem.severity(),
                        problem.message(),
                        problem.hints().stream().map(Examples::inYaml).toList(),
                        problem.span())
                : problem;
    }

    private static String inYaml(String hint) {
        return hint.startsWith(TITLE)
                ? yaml(hint.substring(TITLE.length())).map(TITLE::concat).orElse(hint)
                : hint;
    }

    /** Words in YAML's spelling, in one line; empty when the text does not hold words, but a part of one. */
    static Optional<String> yaml(String groovy) {
        Places places = new Places("", groovy);
        Findings findings = new Findings();
        return GroovyParse.of("", groovy)
                .tree()
                .map(tree -> new TreeReader(places, findings, new Quota()).read(tree))
                .filter(words -> !findings.hasErrors() && words.stream().allMatch(Word::isReadable))
                .flatMap(words -> Vocabulary.scopeOf(words).map(scope -> WordNodes.of(words, scope)))
                .map(Examples::line);
    }

    /** As {@link NodeText#flow}, but without the braces around everything. */
    private static String line(YamlNode.Mapping words) {
        String flow = NodeText.flow(words);
        return flow.substring(1, flow.length() - 1);
    }
}
