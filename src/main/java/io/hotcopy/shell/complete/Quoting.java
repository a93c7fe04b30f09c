package io.hotcopy.shell.complete;

/** How a word is written into a line. */
sealed interface Quoting {

    /** As it is: in declarations and Groovy, where offers bring their own quotes. */
    Quoting NONE = new AsItIs();

    /**
     * What to write for a word.
     *
     * @param ends whether the word is whole with it, so that its quote is closed
     */
    String written(String word, boolean ends);

    /** As it is. */
    record AsItIs() implements Quoting {
        @Override
        public String written(String word, boolean ends) {
            return word;
        }
    }

    /**
     * As a word of a command line, where blanks part words and quotes keep them together.
     *
     * @param quote the quote that the person began the word with; empty for none
     */
    record OfCommands(String quote) implements Quoting {
        private static final String SINGLE = "'";
        private static final String DOUBLE = "\"";

        @Override
        public String written(String word, boolean ends) {
            String around = quoteFor(word);
            if (!around.isEmpty() && word.contains(around)) {
                // Holds both kinds of quotes: each part stands in the other kind.
                return SINGLE + word.replace(SINGLE, "'\"'\"'") + (ends ? SINGLE : "");
            }
            return around + word + (ends ? around : "");
        }

        private String quoteFor(String word) {
            if (!quote.isEmpty() && !word.contains(quote)) {
                return quote;
            }
            boolean plain = word.chars().noneMatch(OfCommands::isSpecial) && !word.startsWith("#");
            if (plain) {
                return "";
            }
            return word.contains(SINGLE) ? DOUBLE : SINGLE;
        }

        private static boolean isSpecial(int character) {
            return Character.isWhitespace(character) || character == '\'' || character == '"';
        }
    }
}
