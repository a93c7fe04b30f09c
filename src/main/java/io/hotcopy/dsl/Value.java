package io.hotcopy.dsl;

import io.hotcopy.problem.SourceSpan;
import io.hotcopy.term.ByteSize;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;

/** A value as it was written in an argument, a list or a {@code def}. */
sealed interface Value {

    SourceSpan span();

    /** How messages show it: the user's own value, or what it is. */
    String shown();

    /** The same value, used at another place. */
    Value at(SourceSpan place);

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    record Text(String text, SourceSpan span) implements Value {

        @Override
        public String shown() {
            return "'" + shortened(text) + "'";
        }

        @Override
        public Value at(SourceSpan place) {
            return new Text(text, place);
        }
    }

    record Whole(BigInteger number, SourceSpan span) implements Value {

        @Override
        public String shown() {
            return shortened(number.toString());
        }

        @Override
        public Value at(SourceSpan place) {
            return new Whole(number, place);
        }
    }

    record Fraction(BigDecimal number, SourceSpan span) implements Value {

        @Override
        public String shown() {
            return shortened(number.toString());
        }

        @Override
        public Value at(SourceSpan place) {
            return new Fraction(number, place);
        }
    }

    record Truth(boolean isTrue, SourceSpan span) implements Value {

        @Override
        public String shown() {
            return Boolean.toString(isTrue);
        }

        @Override
        public Value at(SourceSpan place) {
            return new Truth(isTrue, place);
        }
    }

    record Length(Duration duration, SourceSpan span) implements Value {

        @Override
        public String shown() {
            return "a duration";
        }

        @Override
        public Value at(SourceSpan place) {
            return new Length(duration, place);
        }
    }

    record Size(ByteSize size, SourceSpan span) implements Value {

        @Override
        public String shown() {
            return "a size";
        }

        @Override
        public Value at(SourceSpan place) {
            return new Size(size, place);
        }
    }

    record Items(List<Value> items, SourceSpan span) implements Value {

        @Override
        public String shown() {
            return "a list";
        }

        @Override
        public Value at(SourceSpan place) {
            return new Items(items, place);
        }
    }

    /** Something that no word takes: {@code null}, or an object of a script. */
    record Foreign(String shown, SourceSpan span) implements Value {

        @Override
        public Value at(SourceSpan place) {
            return new Foreign(shown, place);
        }
    }

    /**
     * A name without quotes that has no value: a word of the language where an argument takes one.
     *
     * @param hints what to do if it is no such word; none in a closure, where the program around might have meant it
     */
    record Bare(String name, List<String> hints, SourceSpan span) implements Value {

        @Override
        public String shown() {
            return "the unknown name `" + name + "`";
        }

        /** Reports that nothing has this name. */
        void report(Findings findings) {
            findings.error(span, "unknown name `" + name + "`", hints);
        }

        @Override
        public Value at(SourceSpan place) {
            return new Bare(name, hints, place);
        }
    }

    /** Something that could not be read and has been reported. */
    record Unreadable(SourceSpan span) implements Value {

        @Override
        public String shown() {
            return "something unreadable";
        }

        @Override
        public Value at(SourceSpan place) {
            return new Unreadable(place);
        }
    }
}
