package io.hotcopy.dsl;

import io.hotcopy.dsl.words.At;
import io.hotcopy.dsl.words.Body;
import io.hotcopy.dsl.words.DomainWords;
import io.hotcopy.dsl.words.FileWords;
import io.hotcopy.dsl.words.Name;
import io.hotcopy.dsl.words.PolicyWords;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Builds what stands at the top of one text. */
final class FileBuilder implements FileWords, Misread.Listener {

    private final Draft draft;
    private final PolicyDrafts policies;
    private final Path directory;
    private final Consumer<At<String>> includer;

    /**
     * @param policies is told of the policies, which are built when all have been read
     * @param directory where relative paths start
     * @param includer reads the file that an {@code include} names
     */
    FileBuilder(Draft draft, PolicyDrafts policies, Path directory, Consumer<At<String>> includer) {
        this.draft = draft;
        this.policies = policies;
        this.directory = directory;
        this.includer = includer;
    }

    @Override
    public void domain(At<Name> name, Body<DomainWords> body) {
        String path = "domain/" + name;
        boolean isFirst = draft.declare(path, name.span(), "domain '" + name + "' is declared twice");
        DomainBuilder builder = new DomainBuilder(draft, isFirst ? path : again(path, name), name.value(), directory);
        body.into(builder);
        if (isFirst) {
            draft.add(builder.build());
        }
    }

    @Override
    public void policy(At<Name> name, Optional<At<Name>> from, Body<PolicyWords> body) {
        String path = "policy/" + name;
        boolean isFirst = draft.declare(path, name.span(), "policy '" + name + "' is declared twice");
        String ownPath = isFirst ? path : again(path, name);
        policies.add(new PolicyDraft(name, ownPath, from, (Block<?>) body, directory));
    }

    @Override
    public void include(At<String> file) {
        includer.accept(file);
    }

    @Override
    public void misread(Misread word) {
        Optional<At<Name>> name = word.value("", Name.class);
        if (name.isPresent()) {
            String path = word.word() + "/" + name.get();
            draft.declare(path, name.get().span(), word.word() + " '" + name.get() + "' is declared twice");
            draft.doubt(path);
        } else if (word.mayBe("domain") || word.mayBe("include")) {
            draft.doubt(CompileRun.TOP);
        }
    }

    /** A path of its own for what is declared again, so that it is checked but not mixed with the first. */
    private static String again(String path, At<Name> name) {
        return path + "@" + name.span();
    }
}
