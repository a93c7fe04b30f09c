package io.hotcopy.bench;

/** One way to do what a benchmark compares. */
interface Arm {

    /** How the table names it. */
    String name();

    /** Puts back what the last run left; not timed. */
    void prepare() throws Exception;

    /**
     * Does it once, with everything on disk at the end; timed.
     *
     * @return how many bytes it wrote
     */
    long run() throws Exception;

    /** An arm of two pieces of code. */
    static Arm of(String name, Preparation preparation, Run run) {
        return new Arm() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void prepare() throws Exception {
                preparation.prepare();
            }

            @Override
            public long run() throws Exception {
                return run.run();
            }
        };
    }

    /** What comes before each run. */
    @FunctionalInterface
    interface Preparation {
        void prepare() throws Exception;
    }

    /** What is timed. */
    @FunctionalInterface
    interface Run {
        long run() throws Exception;
    }
}
