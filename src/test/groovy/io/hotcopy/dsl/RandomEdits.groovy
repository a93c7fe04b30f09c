package io.hotcopy.dsl

import io.hotcopy.problem.Problem

/** Edits a text as a person in a hurry does, the same again for the same random numbers. */
class RandomEdits {
    private final String whole
    private final List<String> pieces

    /** @param pieces what is typed in between */
    RandomEdits(String whole, List<String> pieces) {
        this.whole = whole
        this.pieces = pieces
    }

    String edited(Random random) {
        String text = whole
        (1 + random.nextInt(4)).times {
            int from = random.nextInt(text.length() + 1)
            int to = Math.min(text.length(), from + [0, 0, 1, 2, 10, 100][random.nextInt(6)])
            String piece = [
                '',
                pieces[random.nextInt(pieces.size())],
                pieces[random.nextInt(pieces.size())] * (1 + random.nextInt(60)),
                text.substring(from, to) * 2,
                whole.substring(random.nextInt(whole.length())).take(50)][random.nextInt(5)]
            text = text.substring(0, from) + piece + text.substring(to)
        }
        text
    }

    /** Whether a problem has a place, and that lies in the text or just behind it. */
    static boolean isInside(Problem problem, String text) {
        List<String> lines = text.lines().toList()
        problem.span().map {
            it.line() >= 1 && it.line() <= Math.max(1, lines.size() + 1) && it.column() >= 1 &&
                it.column() <= (it.line() <= lines.size() ? lines[it.line() - 1].length() : 0) + 2 &&
                (it.endLine() > it.line() || it.endColumn() >= it.column())
        }.orElse(false)
    }
}
