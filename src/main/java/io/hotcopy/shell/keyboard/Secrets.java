package io.hotcopy.shell.keyboard;

import java.util.regex.Pattern;

/**
 * Tells lines that may hold a secret, which are not remembered: a password in an address, or a value given to something
 * that is called a password, secret, token or key. A line too many is left out rather than one too few; only
 * {@code --key} names a record of a table and never a secret.
 */
final class Secrets {
    private static final Pattern IN_ADDRESS = Pattern.compile("\\w://[^\\s/@:'\"]*:[^\\s/@'\"]+@");
    private static final String NAME = "(passw(or)?d|passphrase|secret|token|credentials?)";
    private static final Pattern NAMED = Pattern.compile("(?i)" + NAME + "\\w*['\"]?\\s*(=(?!=)|:)\\s*\\S");
    private static final Pattern OPTION = Pattern.compile("(?i)(^|\\s)-+[\\w-]*" + NAME + "[\\w-]*(\\s+|=)\\S");
    private static final Pattern KEY = Pattern.compile("(?i)(?<!\\s--)key['\"]?\\s*(=(?!=)|:)\\s*\\S");

    private Secrets() {}

    static boolean maybeIn(String line) {
        return IN_ADDRESS.matcher(line).find()
                || NAMED.matcher(line).find()
                || OPTION.matcher(line).find()
                || KEY.matcher(line).find();
    }
}
