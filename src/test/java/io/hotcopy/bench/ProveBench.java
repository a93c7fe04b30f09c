package io.hotcopy.bench;

import io.hotcopy.dsl.Compilation;
import io.hotcopy.dsl.PolicyCompiler;
import io.hotcopy.dsl.PolicyText;
import io.hotcopy.model.Declarations;
import io.hotcopy.simulate.AssumedFailure;
import io.hotcopy.simulate.Failure;
import io.hotcopy.simulate.ProofRequest;
import io.hotcopy.simulate.ProtectionProof;
import io.hotcopy.simulate.Simulator;
import io.hotcopy.term.ArchiveId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How long the proof of a large policy takes: backup groups of two storage managers, fulls every week, incrementals
 * every hour, journals every 15 minutes; one scenario without failure, then every storage manager down and every region
 * lost, and at last every single failure. {@code scripts/bench prove [GROUPS [DAYS [ROUNDS]]]}. The first time tells
 * what a person waits for, the others what the work itself takes.
 */
public final class ProveBench {
    private static final Instant FROM = Instant.parse("2026-12-01T00:00:00Z");

    private ProveBench() {}

    public static void main(String[] arguments) {
        int groups = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        int days = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 90;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        Declarations declared = compiled(LargeDomain.text(2 * groups, false));
        System.out.printf("%d backup groups of 2 storage managers, %d days%n", groups, days);
        System.out.printf("%-36s %10s %10s %10s%n", "ms", "first", "median", "least");
        measure("one scenario, no failure", rounds, () -> prove(declared, days, none()));
        List<AssumedFailure> lost =
                Stream.concat(managers(2 * groups), regions(declared)).toList();
        measure(lost.size() + " SM and region failures", rounds, () -> prove(declared, days, lost));
        ProtectionProof proof = measure("every single failure", rounds, () -> prove(declared, days, List.of()));
        System.out.printf(
                "%d scenarios, %s, heap in use %,d MB%n",
                proof.scenarios().size(),
                proof.holds() ? "all objectives hold" : "an objective does not hold",
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1_000_000);
    }

    private static List<AssumedFailure> none() {
        return List.of(AssumedFailure.of(new Failure.None()));
    }

    private static Stream<AssumedFailure> managers(int count) {
        return IntStream.range(0, count)
                .mapToObj(archive -> new ArchiveId(archive))
                .map(Failure.StorageManagerDown::new)
                .map(AssumedFailure::of);
    }

    private static Stream<AssumedFailure> regions(Declarations declared) {
        return declared.domains().get(0).regions().stream()
                .map(region -> AssumedFailure.of(new Failure.RegionLost(region.name())));
    }

    private static ProtectionProof prove(Declarations declared, int days, List<AssumedFailure> failures) {
        ProofRequest request = new ProofRequest(List.of(), FROM, Duration.ofDays(days), Optional.empty(), failures);
        return Simulator.prove(declared, request, database -> List.of()).get(0);
    }

    private static Declarations compiled(String text) {
        Compilation compiled = new PolicyCompiler(file -> "")
                .compile(new PolicyText("large.groovy", Path.of("/large"), text), Declarations.NONE);
        if (compiled.hasErrors()) {
            throw new IllegalStateException(compiled.problems().toString());
        }
        return compiled.declarations();
    }

    private static <T> T measure(String what, int rounds, Supplier<T> work) {
        List<Double> times = new ArrayList<>();
        T result = null;
        for (int round = 0; round < rounds; round++) {
            long begin = System.nanoTime();
            result = work.get();
            times.add((System.nanoTime() - begin) / 1e6);
        }
        System.out.printf(
                Locale.ROOT,
                "%-36s %10.0f %10.0f %10.0f%n",
                what,
                times.get(0),
                Figure.median(times),
                Figure.least(times));
        return result;
    }
}
