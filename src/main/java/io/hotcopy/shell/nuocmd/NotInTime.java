package io.hotcopy.shell.nuocmd;

import java.util.Map;

/** What was waited for has not come; how it stands. */
final class NotInTime extends CommandFailure {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> standing;

    NotInTime(Map<String, Object> standing) {
        super("Timeout");
        this.standing = standing;
    }

    /** The entity that was waited for, as it is. */
    Map<String, Object> standing() {
        return standing;
    }
}
