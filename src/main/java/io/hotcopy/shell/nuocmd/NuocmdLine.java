package io.hotcopy.shell.nuocmd;

/**
 * One line that {@code nuocmd} knows.
 *
 * @param verb its first word
 * @param noun its second
 * @param grammar what may follow
 * @param action what it does
 */
record NuocmdLine(String verb, String noun, Grammar grammar, Action action) {
    static final int DONE = 0;
    static final int FAILED = 1;

    /** Does what a line asks for. */
    @FunctionalInterface
    interface Action {
        /**
         * Gives the exit code.
         *
         * @throws CommandFailure when it fails and has not told why
         * @throws io.hotcopy.problem.HotCopyException when nobody answers
         */
        int run(Arguments arguments, Session session);
    }

    static NuocmdLine of(String verb, String noun, Action action, Option... options) {
        return new NuocmdLine(verb, noun, new Grammar("nuocmd " + verb + " " + noun).with(options), action);
    }

    NuocmdLine atMostOne(Option... those) {
        grammar.atMostOne(those);
        return this;
    }

    NuocmdLine exactlyOne(Option... those) {
        grammar.exactlyOne(those);
        return this;
    }

    NuocmdLine and(Option... more) {
        grammar.with(more);
        return this;
    }

    /** The database that most lines are about. */
    static Option database() {
        return Option.one("--db-name").must().orEnvironment();
    }

    static Option timeout() {
        return Option.one("--timeout").as(ValueType.WHOLE);
    }

    String words() {
        return verb + " " + noun;
    }
}
