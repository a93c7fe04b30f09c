package io.hotcopy.dsl;

import io.hotcopy.problem.Problem;
import io.hotcopy.problem.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads the one document of a YAML text from the parser's events, with the place of every part. Only the parser is
 * used, which guesses no types and keeps its own stack: what a plain scalar means is asked later, by the type that the
 * word expects. Anchors, aliases, tags, merge keys and duplicate keys are reported here.
 */
final class NodesYaml {

    static final int DEEPEST_NESTING = TextCheck.DEEPEST_NESTING;

    /** What ends the reading: the text cannot be understood beyond this. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        Unreadable(Problem problem) {
            super(problem.message());
            this.problem = problem;
        }
    }

    private final Places places;
    private final Findings findings;
    private final Parser parser;
    private final RefusalsYaml refusals;

    private NodesYaml(Places places, String text, Findings findings) {
        this.places = places;
        this.findings = findings;
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(TextCheck.LONGEST_TEXT);
        this.parser = new ParserImpl(new StreamReader(text), options);
        this.refusals = new RefusalsYaml(places, findings);
    }

    /** The document; a mapping without entries for a text without any, and empty, with a finding, when unreadable. */
    static Optional<YamlNode> of(Places places, String text, Findings findings) {
        Optional<Problem> problem = TextCheck.tooLong(places, text).or(() -> LayoutCheck.firstProblem(places, text));
        if (problem.isPresent()) {
            findings.add(problem.get());
            return Optional.empty();
        }
        try {
            return Optional.of(new NodesYaml(places, text, findings).document());
        } catch (Unreadable unreadable) {
            findings.add(unreadable.problem);
        } catch (MarkedYAMLException wrong) {
            findings.add(SyntaxYaml.problem(places, wrong));
        } catch (YAMLException wrong) {
            findings.add(SyntaxYaml.problem(places, text, wrong));
        }
        return Optional.empty();
    }

    private YamlNode document() {
        parser.getEvent();
        YamlNode document = new YamlNode.Mapping(List.of(), places.start());
        if (parser.checkEvent(Event.ID.DocumentStart)) {
            refusals.directives((DocumentStartEvent) parser.getEvent());
            document = node(0);
            parser.getEvent();
        }
        if (parser.checkEvent(Event.ID.DocumentStart)) {
            throw new Unreadable(Problem.error(
                    placeOf(parser.peekEvent(), 3),
                    "a second document begins here",
                    "a file holds one document: leave out the `---`, or make two files of it"));
        }
        return document;
    }

    private YamlNode node(int depth) {
        Event event = parser.getEvent();
        if (event instanceof AliasEvent alias) {
            return refusals.alias(alias);
        }
        refusals.properties((NodeEvent) event);
        if (event instanceof ScalarEvent scalar) {
            return new YamlNode.Scalar(scalar.getValue(), scalar.isPlain(), span(scalar));
        }
        if (depth >= DEEPEST_NESTING) {
            throw new Unreadable(Problem.error(
                    placeOf(event, 1), "lists and mappings are nested deeper than " + DEEPEST_NESTING + " here"));
        }
        return event instanceof MappingStartEvent start
                ? mapping(start, depth)
                : sequence((CollectionStartEvent) event, depth);
    }

    private YamlNode sequence(CollectionStartEvent start, int depth) {
        List<YamlNode> items = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            items.add(node(depth + 1));
        }
        Event end = parser.getEvent();
        SourceSpan span = start.isFlow() ? span(start.getStartMark(), end.getEndMark()) : placeOf(start, 1);
        return new YamlNode.Sequence(items, span);
    }

    private YamlNode mapping(MappingStartEvent start, int depth) {
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            YamlNode key = node(depth + 1);
            YamlNode value = RefusalsYaml.isMerge(key) ? findings.quietly(() -> node(depth + 1)) : node(depth + 1);
            if (refusals.isKey(key) && refusals.isNew(key, entries)) {
                YamlNode.Scalar name = (YamlNode.Scalar) key;
                entries.put(name.text(), new YamlNode.Entry(name, value));
            }
        }
        parser.getEvent();
        SourceSpan span = entries.values().stream()
                .findFirst()
                .map(first -> first.key().span())
                .orElseGet(() -> placeOf(start, 1));
        return new YamlNode.Mapping(List.copyOf(entries.values()), span);
    }

    private SourceSpan placeOf(Event event, int length) {
        Mark mark = event.getStartMark();
        return places.of(mark.getLine() + 1, mark.getColumn() + 1, length);
    }

    private SourceSpan span(ScalarEvent scalar) {
        return scalar.isLiteral() || scalar.isFolded()
                ? placeOf(scalar, 1)
                : span(scalar.getStartMark(), scalar.getEndMark());
    }

    private SourceSpan span(Mark start, Mark end) {
        return new SourceSpan(
                places.name(), start.getLine() + 1, start.getColumn() + 1, end.getLine() + 1, end.getColumn() + 1);
    }
}
