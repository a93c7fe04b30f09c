package io.hotcopy.shell.line;

import io.hotcopy.dsl.PolicyCompiler;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides by its first word what a line is: a declaration when it begins with {@code domain}, {@code policy} or
 * {@code include}; a command when the word is one and a blank or the end follows; else Groovy. So {@code plan} is the
 * command and {@code plan('nightly').steps()} is Groovy. A text of several lines that begins otherwise, with a remark
 * or {@code def}, is a declaration too when all of it can be one.
 */
public final class LineRouter {
    /** The words that begin a declaration; no command may be called so. */
    public static final Set<String> DECLARING = Set.of("domain", "policy", "include");

    private static final Pattern FIRST_WORD = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9_-]*)(.*)", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("\\s*(#|//).*");
    private static final Pattern DECLARES_LATER = Pattern.compile("\\n\\s*(domain|policy|include)\\b");

    private final Set<String> commands;

    /** @param commands the names of all commands */
    public LineRouter(Set<String> commands) {
        this.commands = Set.copyOf(commands);
    }

    /** @throws io.hotcopy.problem.HotCopyException when it is a command with a quote that is not closed */
    public Route route(String line) {
        if (line.isBlank() || COMMENT.matcher(line).matches()) {
            return new Route.Nothing();
        }
        if (isCommand(line)) {
            return new Route.Command(CommandWords.split(line));
        }
        return isDeclaration(line) ? new Route.Declaration(line) : new Route.Groovy(line);
    }

    /** Whether the first word is a command's name, followed by a blank or nothing. */
    public boolean isCommand(String line) {
        Matcher matcher = FIRST_WORD.matcher(line);
        return matcher.matches() && commands.contains(matcher.group(1)) && endsWord(matcher.group(2));
    }

    private static boolean isDeclaration(String line) {
        return beginsDeclaration(line)
                || DECLARES_LATER.matcher(line).find()
                        && PolicyCompiler.kindOf(line) == PolicyCompiler.TextKind.DECLARATION;
    }

    /** Whether the first word is one that begins a declaration. */
    static boolean beginsDeclaration(String line) {
        Matcher matcher = FIRST_WORD.matcher(line);
        return matcher.matches() && DECLARING.contains(matcher.group(1));
    }

    private static boolean endsWord(String rest) {
        return rest.isEmpty() || Character.isWhitespace(rest.charAt(0));
    }
}
