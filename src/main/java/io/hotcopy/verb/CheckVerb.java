package io.hotcopy.verb;

import io.hotcopy.dsl.Compilation;
import io.hotcopy.dsl.DeclarationText;
import io.hotcopy.dsl.Spelling;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Declarations;
import io.hotcopy.model.Domain;
import io.hotcopy.plan.Planner;
import io.hotcopy.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@code check}: compiles declarations, asks every rule, and writes them down if asked; changes nothing. */
public final class CheckVerb {
    private final Session session;

    CheckVerb(Session session) {
        this.session = session;
    }

    public CheckResult run(CheckRequest request) {
        Compilation compiled = session.compiler().files(request.files(), Declarations.NONE);
        List<Problem> findings = findings(compiled);
        return new CheckResult(
                compiled.declarations().domains().stream().map(Domain::name).toList(),
                compiled.declarations().policies().stream()
                        .map(BackupPolicy::name)
                        .toList(),
                inDefaultZone(compiled.declarations()),
                findings,
                compiled.sources(),
                request.as()
                        .filter(spelling -> !compiled.hasErrors())
                        .map(spelling -> written(compiled, request, spelling)));
    }

    private String written(Compilation compiled, CheckRequest request, Spelling spelling) {
        Path first = session.resolve(request.files().get(0));
        return DeclarationText.of(compiled.declarations(), spelling, first.getParent());
    }

    private static List<String> inDefaultZone(Declarations declared) {
        return declared.policies().stream()
                .filter(policy -> policy.isScheduled())
                .map(BackupPolicy::name)
                .filter(name -> !declared.spans().containsKey("policy/" + name + "/timeZone"))
                .toList();
    }

    /** The problems of the text, and what the rules say if there is something to judge. */
    static List<Problem> findings(Compilation compiled) {
        List<Problem> rules = compiled.hasErrors() ? List.of() : Planner.check(compiled.declarations());
        return Stream.concat(compiled.problems().stream(), rules.stream()).toList();
    }
}
