package io.hotcopy.backupset;

/** The name and version of this program, as sets remember what wrote them. */
final class ToolVersion {

    private ToolVersion() {}

    /** {@code hotcopy 1.2.3} from the jar, {@code hotcopy (development)} from loose classes. */
    static String current() {
        String version = ToolVersion.class.getPackage().getImplementationVersion();
        return "hotcopy " + (version == null ? "(development)" : version);
    }
}
