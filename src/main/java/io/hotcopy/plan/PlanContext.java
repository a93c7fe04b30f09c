package io.hotcopy.plan;

import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Database;
import io.hotcopy.model.Declarations;
import io.hotcopy.model.Domain;
import io.hotcopy.problem.Problem;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.HotCopyType;
import java.util.List;
import java.util.Optional;

/**
 * What a rule judges.
 *
 * @param declared everything declared, with its places
 * @param request what was asked
 * @param chosen the backup groups that are planned
 * @param databases the facts of those that are judged; the databases of the policies are among them
 * @param steps what is planned
 * @param obstacles why something that was asked is not among the steps
 */
record PlanContext(
        Declarations declared,
        PlanRequest request,
        List<Chosen> chosen,
        List<DatabaseFacts> databases,
        List<PlanStep> steps,
        List<Obstacle> obstacles) {

    /** A backup group and the policy that declares it. */
    record Chosen(BackupPolicy policy, BackupGroup group) {}

    /** What the request asks to take; empty when that is what is due. */
    Optional<HotCopyType> type() {
        return request.type();
    }

    /** Whether a hot copy of this type is asked for or planned for this backup group. */
    boolean takes(HotCopyType type, Chosen chosen) {
        return request.type().equals(Optional.of(type))
                || hotCopies().stream()
                        .anyMatch(step -> step.type() == type
                                && step.isOf(
                                        chosen.policy().name(), chosen.group().name()));
    }

    /** What of it concerns this backup group, as if no other were planned. */
    PlanContext of(Chosen only) {
        return new PlanContext(
                declared,
                request,
                List.of(only),
                databases,
                steps.stream()
                        .filter(step -> step instanceof HotCopyStep copy
                                && copy.isOf(only.policy().name(), only.group().name()))
                        .toList(),
                obstacles.stream()
                        .filter(obstacle -> obstacle.chosen().equals(only))
                        .toList());
    }

    List<BackupPolicy> policies() {
        return chosen.stream().map(Chosen::policy).distinct().toList();
    }

    List<HotCopyStep> hotCopies() {
        return steps.stream()
                .filter(HotCopyStep.class::isInstance)
                .map(HotCopyStep.class::cast)
                .toList();
    }

    Domain domainOf(DatabaseName database) {
        return declared.domain(database.domain()).orElseThrow();
    }

    Database databaseOf(DatabaseName database) {
        return declared.database(database).orElseThrow();
    }

    DatabaseFacts factsOf(DatabaseName database) {
        return databases.stream()
                .filter(facts -> facts.database().equals(database))
                .findFirst()
                .orElseThrow();
    }

    static String pathOf(BackupPolicy policy) {
        return "policy/" + policy.name();
    }

    static String pathOf(BackupPolicy policy, BackupGroup group) {
        return pathOf(policy) + "/backupGroup/" + group.name();
    }

    static String pathOf(HotCopyStep step) {
        return "policy/" + step.policy() + "/backupGroup/" + step.backupGroup();
    }

    static String pathOf(DatabaseName database) {
        return "domain/" + database.domain() + "/database/" + database.database();
    }

    /** An error at the declared thing of this path. */
    Problem error(String path, String message, String... hints) {
        return new Problem(Problem.Severity.ERROR, message, List.of(hints), declared.spanOf(path));
    }

    /** A warning at the declared thing of this path. */
    Problem warning(String path, String message, String... hints) {
        return new Problem(Problem.Severity.WARNING, message, List.of(hints), declared.spanOf(path));
    }
}
