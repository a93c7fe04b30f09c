package io.hotcopy.testkit;

import io.hotcopy.dsl.Compilation;
import io.hotcopy.dsl.PolicyCompiler;
import io.hotcopy.dsl.PolicyText;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Declarations;
import io.hotcopy.plan.Planner;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.problem.Problem;
import io.hotcopy.simulate.AssumedFailure;
import io.hotcopy.simulate.Failure;
import io.hotcopy.simulate.ProofRequest;
import io.hotcopy.simulate.Simulator;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.verb.InstantText;
import io.hotcopy.verb.Verbs;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Policies under specification: reads policy files, keeps a virtual clock, and says what would be done at any instant
 * and what holds on the bad day.
 *
 * <pre>
 * def fixture = PolicyFixture.load('policies/orders.groovy')
 * fixture.at '2026-03-29T01:00+01:00'
 * fixture.plan().steps*.type == [FULL]
 * fixture.prove().rpo('SG1') &lt;= 15.minutes
 * </pre>
 *
 * <p>The domain is only the declared one, until {@link #embedded} really starts it. Time begins at midnight UTC of the
 * first of January 2026 and passes only as told, so that a specification gives the same in every year; it does not go
 * back behind what has been done. Used by one thread at a time.
 */
public final class PolicyFixture implements AutoCloseable {
    private final Compilation compiled;
    private Optional<String> policy = Optional.empty();
    private World world;

    private PolicyFixture(Compilation compiled) {
        this.compiled = compiled;
        this.world = new DeclaredWorld(compiled.declarations(), shown());
    }

    /**
     * Reads policy files together, Groovy or YAML.
     *
     * @param files relative to the working directory
     * @throws RefusedPolicyException with every problem, when they cannot be read
     */
    public static PolicyFixture load(String... files) {
        return load(Stream.of(files).map(Path::of).toArray(Path[]::new));
    }

    /** As {@link #load(String...)}. */
    public static PolicyFixture load(File... files) {
        return load(Stream.of(files).map(File::toPath).toArray(Path[]::new));
    }

    /** As {@link #load(String...)}. */
    public static PolicyFixture load(Path... files) {
        return of(compiler().compile(List.of(files)));
    }

    /**
     * Reads a policy that stands in the specification itself, in Groovy; relative paths start at the working directory.
     *
     * @throws RefusedPolicyException with every problem, when it cannot be read
     */
    public static PolicyFixture ofText(String text) {
        PolicyText inline = new PolicyText("text", Path.of(""), text.stripIndent());
        return of(compiler().compile(inline, Declarations.NONE));
    }

    private static PolicyCompiler compiler() {
        return new PolicyCompiler(Files::readString);
    }

    private static PolicyFixture of(Compilation compiled) {
        List<Problem> errors =
                compiled.problems().stream().filter(Problem::isError).toList();
        if (!errors.isEmpty()) {
            throw new RefusedPolicyException("the policy cannot be read", errors, compiled.sources());
        }
        return new PolicyFixture(compiled);
    }

    /**
     * Chooses one of several policies; without this, plans are made for all.
     *
     * @throws HotCopyException when none is called so
     */
    public PolicyFixture policy(String name) {
        if (compiled.declarations().policy(name).isEmpty()) {
            throw new HotCopyException("no policy \"" + name + "\" is declared; declared are " + declaredNames());
        }
        policy = Optional.of(name);
        return this;
    }

    /**
     * Sets the clock.
     *
     * @param time ISO with an offset, as {@code 2026-03-29T01:00+01:00}; without one by the clocks of the policy
     * @throws HotCopyException when it is no time, or lies before the present one after something has been done
     */
    public PolicyFixture at(String time) {
        return at(InstantText.parse(time, zone()));
    }

    /** As {@link #at(String)}. */
    public PolicyFixture at(ZonedDateTime time) {
        return at(time.toInstant());
    }

    /** As {@link #at(String)}. */
    public PolicyFixture at(Instant instant) {
        if (world.hasPast() && instant.isBefore(world.now())) {
            throw new HotCopyException("it is " + shown().instant(world.now()) + ", and time does not go back to "
                    + shown().instant(instant));
        }
        world.passTo(instant);
        return this;
    }

    /** Lets so much time pass; hot copies that end meanwhile have ended. */
    public PolicyFixture advance(Duration time) {
        return at(world.now().plus(time));
    }

    /** The time, by the clocks of the policy. */
    public ZonedDateTime getNow() {
        return world.now().atZone(zone());
    }

    /** What the language and the rules say of what is declared; a specification may want it to be empty. */
    public List<Finding> getProblems() {
        return shown().findings(
                        Stream.concat(compiled.problems().stream(), Planner.check(compiled.declarations()).stream())
                                .toList());
    }

    /** What is due now. */
    public Plan plan() {
        return world.plan(asked(Optional.empty(), Optional.empty()));
    }

    /** A hot copy of this type, of every backup group. */
    public Plan plan(HotCopyType type) {
        return world.plan(asked(Optional.of(type), Optional.empty()));
    }

    /** A hot copy of this type, of one backup group. */
    public Plan plan(HotCopyType type, String backupGroup) {
        return world.plan(asked(Optional.of(type), Optional.of(backupGroup)));
    }

    /**
     * Takes what is due now and waits to its end: of a declared domain the clock has then gone on by the time that the
     * copies are expected to take, and nothing has been written.
     *
     * @return what was done
     * @throws RefusedPolicyException when the plan has errors
     */
    public Plan backup() {
        return world.backup(asked(Optional.empty(), Optional.empty()));
    }

    /** As {@link #backup()}, a hot copy of this type of every backup group. */
    public Plan backup(HotCopyType type) {
        return world.backup(asked(Optional.of(type), Optional.empty()));
    }

    /** As {@link #backup()}, a hot copy of this type of one backup group. */
    public Plan backup(HotCopyType type, String backupGroup) {
        return world.backup(asked(Optional.of(type), Optional.of(backupGroup)));
    }

    /** Begins what is due now and leaves it running: it ends while time passes. */
    public Plan begin() {
        return world.begin(asked(Optional.empty(), Optional.empty()));
    }

    /** As {@link #begin()}, a hot copy of this type of every backup group. */
    public Plan begin(HotCopyType type) {
        return world.begin(asked(Optional.of(type), Optional.empty()));
    }

    private Asked asked(Optional<HotCopyType> type, Optional<String> backupGroup) {
        return new Asked(policy, type, backupGroup);
    }

    /** Stops a storage manager: {@code stop storageManager(0)}. */
    public PolicyFixture stop(Failure.StorageManagerDown manager) {
        world.stop(database(), manager.archive());
        return this;
    }

    /** Lets it come back, by a SYNC: its journal hot copies are suspended until a full or incremental. */
    public PolicyFixture start(Failure.StorageManagerDown manager) {
        world.start(database(), manager.archive());
        return this;
    }

    /** Cuts a region off from all others: {@code cut region('east')}. */
    public PolicyFixture cut(Failure.RegionLost region) {
        world.cut(region.region());
        return this;
    }

    /** Lets all regions reach each other again. */
    public PolicyFixture heal() {
        world.heal();
        return this;
    }

    /** Proves the policy for the next 30 days under every single failure. */
    public Proof prove() {
        return prove((int) ProofRequest.DEFAULT_HORIZON.toDays());
    }

    /**
     * Proves what the policy promises, from now on, by what is declared.
     *
     * @param days how many
     * @param failures those that are assumed, one at a time; none for every single one
     * @throws HotCopyException when there are several policies and none has been chosen
     */
    public Proof prove(int days, AssumedFailure... failures) {
        ProofRequest request = new ProofRequest(
                List.of(chosen().name()), world.now(), Duration.ofDays(days), Optional.empty(), List.of(failures));
        return new Proof(Simulator.prove(compiled.declarations(), request, database -> List.of())
                .get(0));
    }

    /**
     * Really starts the domain of the policy. Whatever paths are declared, everything is written below this directory.
     * What was planned or taken before is forgotten, the time is kept.
     *
     * @param directory an empty one, which the caller deletes
     */
    public PolicyFixture embedded(Path directory) {
        Instant now = world.now();
        world.close();
        world = EmbeddedWorld.start(
                compiled.declarations(), database().domain(), directory.toAbsolutePath(), now, shown());
        return this;
    }

    /** As {@link #embedded(Path)}. */
    public PolicyFixture embedded(File directory) {
        return embedded(directory.toPath());
    }

    /**
     * Everything that the shell can do with the embedded domain: data, restores, drills.
     *
     * @throws HotCopyException when the domain is only declared
     */
    public Verbs getVerbs() {
        if (world instanceof EmbeddedWorld running) {
            return running.verbs();
        }
        throw new HotCopyException("the domain is only declared", "embedded(directory) starts it");
    }

    private DatabaseName database() {
        List<DatabaseName> all = compiled.declarations().policies().stream()
                .map(BackupPolicy::protects)
                .distinct()
                .toList();
        return policy.isEmpty() && all.size() == 1 ? all.get(0) : chosen().protects();
    }

    private BackupPolicy chosen() {
        List<BackupPolicy> all = compiled.declarations().policies();
        return policy.flatMap(compiled.declarations()::policy)
                .or(() -> all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty())
                .orElseThrow(() -> new HotCopyException(
                        "which of the policies is meant: " + declaredNames() + "? policy 'NAME' chooses one"));
    }

    private String declaredNames() {
        return String.join(
                ", ",
                compiled.declarations().policies().stream()
                        .map(BackupPolicy::name)
                        .toList());
    }

    private ZoneId zone() {
        return policy.flatMap(compiled.declarations()::policy)
                .or(() -> compiled.declarations().policies().stream().findFirst())
                .map(BackupPolicy::timeZone)
                .orElse(BackupPolicy.DEFAULT_TIME_ZONE);
    }

    private Shown shown() {
        return new Shown(zone(), compiled.sources());
    }

    /** Stops what was started. */
    @Override
    public void close() {
        world.close();
    }

    @Override
    public String toString() {
        return "policy " + policy.orElseGet(this::declaredNames) + " at " + shown().instant(world.now()) + " (" + world
                + ")";
    }
}
