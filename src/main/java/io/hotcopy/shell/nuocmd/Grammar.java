package io.hotcopy.shell.nuocmd;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a command line, or a part of it, may say. */
final class Grammar {
    static final Option HELP = Option.flag("-h");
    private static final int WIDTH = 78;

    private final String program;
    private final List<Option> options =
            new ArrayList<>(List.of(HELP, Option.flag("--help").knownAs("h")));
    private final List<Group> groups = new ArrayList<>();
    private String rest = "";

    /**
     * Options that exclude each other.
     *
     * @param required whether one of them must be given
     */
    record Group(boolean required, List<Option> options) {}

    /** @param program the words before the part, as messages name it */
    Grammar(String program) {
        this.program = program;
    }

    Grammar with(Option... more) {
        options.addAll(List.of(more));
        return this;
    }

    Grammar atMostOne(Option... those) {
        return group(new Group(false, List.of(those)));
    }

    Grammar exactlyOne(Option... those) {
        return group(new Group(true, List.of(those)));
    }

    private Grammar group(Group group) {
        groups.add(group);
        options.addAll(group.options());
        return this;
    }

    /** Other words follow the options; they are not read here. */
    Grammar then(String what) {
        rest = what;
        return this;
    }

    boolean hasMore() {
        return !rest.isEmpty();
    }

    String program() {
        return program;
    }

    List<Option> options() {
        return Collections.unmodifiableList(options);
    }

    List<Group> groups() {
        return Collections.unmodifiableList(groups);
    }

    Optional<Option> named(String name) {
        return options.stream().filter(option -> option.name().equals(name)).findFirst();
    }

    /** {@code usage: nuocmd get value [-h] --key KEY}, in lines. */
    String usage() {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder("usage: " + program);
        String indent = " ".repeat(line.length());
        for (String part : parts()) {
            if (line.length() + 1 + part.length() > WIDTH && line.length() > indent.length()) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
            }
            line.append(' ').append(part);
        }
        lines.add(line.toString());
        return String.join("\n", lines);
    }

    private List<String> parts() {
        List<String> parts = new ArrayList<>();
        for (Option option : options) {
            Optional<Group> group = groups.stream()
                    .filter(one -> one.options().contains(option))
                    .findFirst();
            boolean first = group.isEmpty() || group.get().options().get(0).equals(option);
            if (first && !option.hidden() && !option.name().equals("--help")) {
                parts.add(group.isPresent() ? usage(group.get()) : usage(option));
            }
        }
        if (hasMore()) {
            parts.add(rest);
        }
        return parts;
    }

    private static String usage(Option option) {
        return option.required() ? option.usage() : "[" + option.usage() + "]";
    }

    private static String usage(Group group) {
        String all = group.options().stream()
                .filter(option -> !option.hidden())
                .map(Option::usage)
                .collect(Collectors.joining(" | "));
        return group.required() ? "(" + all + ")" : "[" + all + "]";
    }
}
