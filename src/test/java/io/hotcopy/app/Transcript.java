package io.hotcopy.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A session as a page shows it: what the shell asks, what a person types, and what is then shown. In what is shown,
 * {@code …} stands for any text, or alone on a line for any lines, and a number of three digits or more for any such
 * number; where the person types that number, the one that was really shown is typed.
 */
final class Transcript {

    /**
     * What a person does once.
     *
     * @param prompt what the shell shows when it waits for it
     * @param typed what is typed
     * @param shown the lines that follow
     */
    record Step(String prompt, String typed, List<String> shown) {}

    private static final Pattern ASKED = Pattern.compile("([a-z]+(?: \\([^)]*\\))?> |.*\\[y/N] )(.*)");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]+\\d");
    private static final String ANYTHING = "…";

    private final Map<String, String> numbers = new LinkedHashMap<>();

    /** The steps of a page's block of text. */
    static List<Step> steps(List<String> block) {
        List<Step> steps = new ArrayList<>();
        for (String line : block) {
            Matcher asked = ASKED.matcher(line);
            if (asked.matches()) {
                steps.add(new Step(asked.group(1).strip(), asked.group(2).strip(), new ArrayList<>()));
            } else {
                steps.get(steps.size() - 1).shown().add(line);
            }
        }
        return steps;
    }

    /** What is really typed: the numbers of this session instead of the page's. */
    String typed(Step step) {
        return NUMBER.matcher(step.typed()).replaceAll(number -> Matcher.quoteReplacement(now(number)));
    }

    private String now(MatchResult onPage) {
        return numbers.getOrDefault(digits(onPage.group()), onPage.group());
    }

    /** Compares what is shown with the page, and learns its numbers; fails with both when they differ. */
    void compare(Step step, List<String> shown) {
        List<String> onPage = new ArrayList<>();
        String text = shown.stream().map(line -> line + "\n").collect(Collectors.joining());
        Matcher lines = Pattern.compile(expression(step.shown(), onPage)).matcher(text);
        if (!lines.matches()) {
            throw new AssertionError("after \"" + step.typed() + "\" the page shows:\n"
                    + String.join("\n", step.shown()) + "\n\nthe program shows:\n" + String.join("\n", shown));
        }
        for (int at = 0; at < onPage.size(); at++) {
            numbers.putIfAbsent(digits(onPage.get(at)), digits(lines.group(at + 1)));
        }
    }

    private static String expression(List<String> lines, List<String> numbers) {
        StringBuilder expression = new StringBuilder();
        for (String line : lines) {
            expression.append(line.strip().equals(ANYTHING) ? "(?:.*\\n)*?" : lineExpression(line, numbers) + "\\n");
        }
        return expression.toString();
    }

    private static String lineExpression(String line, List<String> numbers) {
        StringBuilder expression = new StringBuilder();
        Matcher special = Pattern.compile(NUMBER + "|" + ANYTHING).matcher(line);
        int from = 0;
        while (special.find()) {
            expression.append(Pattern.quote(line.substring(from, special.start())));
            from = special.end();
            if (special.group().equals(ANYTHING)) {
                expression.append(".*?");
            } else {
                numbers.add(special.group());
                expression.append("(\\d[\\d,]*)");
            }
        }
        return expression.append(Pattern.quote(line.substring(from))).toString();
    }

    private static String digits(String number) {
        return number.replace(",", "");
    }
}
