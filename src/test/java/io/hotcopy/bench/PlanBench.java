package io.hotcopy.bench;

import io.hotcopy.dsl.Compilation;
import io.hotcopy.dsl.PolicyCompiler;
import io.hotcopy.dsl.PolicyText;
import io.hotcopy.model.Declarations;
import io.hotcopy.plan.BackupPlan;
import io.hotcopy.plan.PlanRequest;
import io.hotcopy.plan.Planner;
import io.hotcopy.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * How long it takes to compile, check and plan a domain of 1,000 storage managers in 500 backup groups: fulls every
 * week, incrementals every hour, journals every 15 minutes, with sets and past runs. {@code scripts/bench plan [storage
 * managers] [interleaved]}. The first time tells what a person waits for, the others what the work itself takes.
 */
public final class PlanBench {
    private static final int TIMES = 7;
    private static final long SEED = 20_260_731;

    private PlanBench() {}

    public static void main(String[] arguments) {
        int managers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        boolean interleaved = arguments.length > 1 && arguments[1].equals("interleaved");
        System.out.printf("%d storage managers%s, seed %d%n", managers, interleaved ? ", interleaved" : "", SEED);
        System.out.printf("%-28s %10s %10s %10s%n", "ms", "first", "median", "least");
        String text = LargeDomain.text(managers, interleaved);
        Compilation compiled = measure("compile", () -> compile(text));
        measure("compile, in parentheses", () -> compile(LargeDomain.inParentheses(text)));
        Declarations declared = sound(compiled);
        List<Problem> found = measure("check", () -> Planner.check(declared));
        LargeDomain world = new LargeDomain(declared, SEED);
        BackupPlan journals = measure("plan, journals due", () -> plan(declared, world, PlanRequest.due(), 15));
        BackupPlan all = measure("plan, all lines due", () -> plan(declared, world, PlanRequest.due(), 7 * 24 * 60));
        BackupPlan fulls = measure("plan, fulls asked for", () -> plan(declared, world, PlanRequest.full(), 15));
        System.out.printf(
                "%d problems in the declaration; steps: %d journals, %d of all lines, %d fulls with %d problems%n",
                found.size(),
                journals.steps().size(),
                all.steps().size(),
                fulls.steps().size(),
                fulls.problems().size());
    }

    private static Compilation compile(String text) {
        PolicyCompiler compiler = new PolicyCompiler(file -> "");
        return compiler.compile(new PolicyText("large.groovy", Path.of("/large"), text), Declarations.NONE);
    }

    private static BackupPlan plan(Declarations declared, LargeDomain world, PlanRequest request, int minutes) {
        return Planner.plan(
                declared,
                request,
                database -> world.facts(),
                database -> world.sets(),
                List.of(),
                database -> world.runs(),
                world.end().plusSeconds(60L * minutes));
    }

    private static Declarations sound(Compilation compiled) {
        if (compiled.hasErrors()) {
            throw new IllegalStateException(compiled.problems().toString());
        }
        return compiled.declarations();
    }

    private static <T> T measure(String what, Supplier<T> work) {
        List<Double> times = new ArrayList<>();
        T result = null;
        for (int time = 0; time < TIMES; time++) {
            long begin = System.nanoTime();
            result = work.get();
            times.add((System.nanoTime() - begin) / 1e6);
        }
        System.out.printf(
                "%-28s %10.0f %10.0f %10.0f%n", what, times.get(0), Figure.median(times), Figure.least(times));
        return result;
    }
}
