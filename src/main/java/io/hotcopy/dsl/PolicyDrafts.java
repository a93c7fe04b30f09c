package io.hotcopy.dsl;

import io.hotcopy.dsl.words.PolicyWords;
import io.hotcopy.model.Declarations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The policies of one compilation. They are built when all have been read, since each may build on another: it has the
 * words of that one which it does not say itself.
 */
final class PolicyDrafts {
    private final Draft draft;
    private final Checker checker;
    private final List<PolicyDraft> drafts = new ArrayList<>();

    PolicyDrafts(Draft draft, Checker checker) {
        this.draft = draft;
        this.checker = checker;
    }

    void add(PolicyDraft policy) {
        drafts.add(policy);
    }

    /** @param known declared before; nothing builds on it, since of it no words are kept */
    void build(Declarations known) {
        TemplateCheck templates = new TemplateCheck(drafts, draft, known);
        drafts.forEach(policy -> build(policy, templates.of(policy)));
    }

    /** @param templates the one on which it builds first, then the one on which that builds */
    private void build(PolicyDraft policy, Optional<List<PolicyDraft>> templates) {
        PolicyBuilder builder =
                new PolicyBuilder(draft, policy.path(), policy.name(), place -> directoryOf(place.file(), policy));
        Set<String> said = new HashSet<>(tell(policy, policy.words(), builder));
        if (templates.isEmpty()) {
            builder.misread(Misread.of(""));
        }
        boolean isWhole = templates.isPresent() && !Checker.mayBeAnything(policy.words());
        for (PolicyDraft template : templates.orElse(List.of())) {
            List<Word> left = template.words().stream()
                    .filter(word -> !said.contains(word.name()))
                    .toList();
            said.addAll(draft.findings().quietly(() -> tell(template, left, builder)));
            isWhole &= !Checker.mayBeAnything(template.words());
        }
        finish(policy, builder, isWhole ? Checker.missing(PolicyWords.class, said) : List.of());
    }

    /** Where the relative paths of a file start; the words of a template may stand in another than the policy. */
    private Path directoryOf(String file, PolicyDraft policy) {
        return drafts.stream()
                .filter(other -> other.name().span().file().equals(file))
                .findFirst()
                .orElse(policy)
                .directory();
    }

    private Set<String> tell(PolicyDraft policy, List<Word> words, PolicyBuilder builder) {
        return checker.tell(
                words, PolicyWords.class, builder.receivers(), policy.block().place());
    }

    /** A policy on which others build may lack something: it is only a template then. */
    private void finish(PolicyDraft policy, PolicyBuilder builder, List<WordShape> missing) {
        boolean isTemplate = drafts.stream().anyMatch(other -> other != policy && other.buildsOn(policy));
        if (!isTemplate) {
            missing.forEach(shape -> checker.reportMissing(shape, policy.block().place()));
        }
        boolean isFirst = policy.path().equals("policy/" + policy.name());
        if (isFirst && (missing.isEmpty() || !isTemplate)) {
            builder.build().ifPresent(draft::add);
        }
    }
}
