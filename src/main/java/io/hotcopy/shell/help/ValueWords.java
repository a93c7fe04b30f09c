package io.hotcopy.shell.help;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.shell.help.ArgumentDoc.Taken;
import io.hotcopy.term.HotCopyType;
import java.lang.reflect.AnnotatedElement;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;

/** What the kinds of values mean to a shell that asks nobody. */
final class ValueWords {
    private static final List<String> SETS = List.of("latest", "latest-full", "oldest");
    private static final Set<Kind> FILES =
            EnumSet.of(Kind.WHAT, Kind.DECLARATION_FILE, Kind.SCRIPT_FILE, Kind.PLAN_FILE, Kind.FILE);
    private static final Set<Kind> DIRECTORIES = EnumSet.of(Kind.DIRECTORY, Kind.SET);

    private ValueWords() {}

    /** The words that stand for a value; none when it is no word. */
    static List<String> of(ArgSpec argument) {
        Set<Kind> kinds = kinds(argument);
        if (kinds.contains(Kind.RUN_TYPE)) {
            return Stream.of(HotCopyType.values()).map(HotCopyType::word).toList();
        }
        return kinds.contains(Kind.SET) ? SETS : List.of();
    }

    static Taken taken(ArgSpec argument) {
        Set<Kind> kinds = kinds(argument);
        if (kinds.stream().anyMatch(FILES::contains)) {
            return Taken.FILES;
        }
        if (kinds.contains(Kind.LINE)) {
            return Taken.LINE;
        }
        return kinds.stream().anyMatch(DIRECTORIES::contains) ? Taken.DIRECTORIES : Taken.NOWHERE;
    }

    private static Set<Kind> kinds(ArgSpec argument) {
        Takes takes =
                argument.userObject() instanceof AnnotatedElement element ? element.getAnnotation(Takes.class) : null;
        return takes == null ? Set.of() : Set.of(takes.value());
    }
}
