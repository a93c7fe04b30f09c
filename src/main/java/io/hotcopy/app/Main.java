package io.hotcopy.app;

/** The program {@code hotcopy}: takes the command line, gives an exit code. */
public final class Main {
    private Main() {}

    /** Prints the version of this build on standard output. */
    public static void main(String[] arguments) {
        System.out.println("hotcopy " + version());
    }

    private static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
