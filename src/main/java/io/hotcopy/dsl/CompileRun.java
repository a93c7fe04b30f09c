package io.hotcopy.dsl;

import io.hotcopy.dsl.words.At;
import io.hotcopy.dsl.words.FileWords;
import io.hotcopy.model.Declarations;
import io.hotcopy.problem.SourceSpan;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ModuleNode;

/** One compilation: reads texts, with what they include, into one draft, then checks the whole. */
final class CompileRun {

    /** The path of everything together, for {@link Draft#doubt}. */
    static final String TOP = "";

    private static final int DEEPEST_INCLUDE = 50;

    private final SourceReader reader;
    private final Findings findings = new Findings();
    private final Draft draft = new Draft(findings);
    private final Checker checker = new Checker(findings);
    private final PolicyDrafts policies = new PolicyDrafts(draft, checker);
    private final Quota quota = new Quota();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Set<Path> done = new HashSet<>();
    /** The files that are being read, each included by the one before, by what makes it the same file. */
    private final Map<Path, Path> open = new LinkedHashMap<>();

    CompileRun(SourceReader reader) {
        this.reader = reader;
    }

    /** Reads a file that the user named. */
    void file(Path file) {
        read(file, Optional.empty());
    }

    void text(PolicyText text) {
        sources.put(text.name(), text.text());
        if (Spelling.of(text.name()) == Spelling.YAML) {
            yaml(text);
        } else {
            groovy(text);
        }
    }

    private void yaml(PolicyText text) {
        Optional<YamlNode> document = NodesYaml.of(new Places(text.name(), text.text()), text.text(), findings);
        document.ifPresentOrElse(
                top -> words(new NodeReader(findings, quota).read(top), text.directory()), () -> draft.doubt(TOP));
    }

    private void groovy(PolicyText text) {
        GroovyParse.Outcome outcome = GroovyParse.of(text.name(), text.text());
        outcome.problem().ifPresent(problem -> {
            findings.add(problem);
            draft.doubt(TOP);
        });
        outcome.tree().ifPresent(tree -> tree(tree, new Places(text.name(), text.text()), text.directory()));
    }

    private void tree(ModuleNode tree, Places places, Path directory) {
        Optional<ASTNode> scriptPart = TextKinds.scriptPart(tree);
        if (scriptPart.isPresent() && TextKinds.declaresNothing(tree)) {
            findings.error(
                    places.of(scriptPart.get()),
                    "this is a script, not a declaration",
                    "run it: hotcopy run " + places.name());
            draft.doubt(TOP);
        } else {
            words(new TreeReader(places, findings, quota).read(tree), directory);
        }
    }

    void words(List<Word> words, Path directory) {
        FileBuilder builder = new FileBuilder(draft, policies, directory, file -> include(directory, file));
        SourceSpan nowhere = SourceSpan.startOf("");
        checker.check(words, FileWords.class, List.of(builder), new Checker.Place("", nowhere));
    }

    /** Checks the whole, once everything has been read. */
    Compilation finish(Declarations known) {
        policies.build(known);
        Declarations all = known.with(draft.declarations());
        new DomainCheck(all, draft).run();
        new PolicyCheck(all, draft).run();
        new ReactionCheck(all, draft).run();
        return new Compilation(findings.hasErrors() ? known : all, findings.sorted(), sources);
    }

    private void include(Path directory, At<String> name) {
        Optional<Path> file = draft.resolve(directory, name);
        if (file.isEmpty()) {
            draft.doubt(TOP);
        } else if (open.containsKey(key(file.get()))) {
            String circle = open.values().stream().map(Path::toString).collect(Collectors.joining(" → "));
            findings.error(name.span(), "'" + name + "' includes itself", "the circle: " + circle + " → " + file.get());
        } else if (open.size() >= DEEPEST_INCLUDE) {
            findings.error(name.span(), "files include each other more than " + DEEPEST_INCLUDE + " deep");
            draft.doubt(TOP);
        } else {
            read(file.get(), Optional.of(name));
        }
    }

    /** Reads a file once, however often it is named or included. */
    private void read(Path file, Optional<At<String>> includedAs) {
        if (!done.add(key(file))) {
            return;
        }
        open.put(key(file), file);
        try {
            text(PolicyText.of(file, reader.read(file)));
        } catch (IOException failed) {
            unreadable(file, failed, includedAs);
            draft.doubt(TOP);
        }
        open.remove(key(file));
    }

    private void unreadable(Path file, IOException failed, Optional<At<String>> includedAs) {
        String reason = failed instanceof NoSuchFileException
                ? "there is no file '" + file + "'"
                : "cannot read file '" + file + "': "
                        + (failed instanceof CharacterCodingException ? "it is not UTF-8 text" : failed.getMessage());
        includedAs.ifPresentOrElse(
                name -> findings.error(name.span(), reason, "an included path starts at the directory of this file"),
                () -> findings.error(reason));
    }

    private static Path key(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
