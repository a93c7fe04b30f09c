package io.hotcopy.dsl;

import io.hotcopy.dsl.words.FailureAction;
import io.hotcopy.dsl.words.MissedAction;
import io.hotcopy.dsl.words.Name;
import io.hotcopy.dsl.words.Until;
import io.hotcopy.model.OnArchiveDown;
import io.hotcopy.model.OnJournalSuspended;
import io.hotcopy.model.OnNoBaseSet;
import io.hotcopy.model.OnOverlap;
import io.hotcopy.model.PlainName;
import io.hotcopy.model.Schedule;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.StorageGroupName;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What an argument of a word can be: the Java type that the vocabulary names, and how a value becomes one. */
enum ArgumentType {
    NAME(
            Name.class,
            "a name",
            "names",
            "a name stands in quotes and has " + PlainName.FORM,
            PlainValues.ofText(PlainValues::name)),
    TEXT(
            String.class,
            "a text",
            "texts",
            "a text stands in quotes, with something in it",
            PlainValues.ofText(PlainValues::text)),
    DATABASE(
            DatabaseName.class,
            "a database",
            "databases",
            "a database is named with its domain: 'domain/database'",
            PlainValues.ofText(PlainValues::database)),
    STORAGE_GROUP(
            StorageGroupName.class,
            "the name of a storage group",
            "names of storage groups",
            "the name of a storage group has letters, digits and '_', and stands in quotes",
            PlainValues.ofText(PlainValues::storageGroup)),
    ARCHIVE(
            ArchiveId.class,
            "an archive number",
            "archive numbers",
            "archives are numbered from 0, without quotes",
            PlainValues::archive),
    TRUTH(Boolean.class, "true or false", "true or false", "", PlainValues::truth),
    COUNT(Integer.class, "a whole number from 1 on", "whole numbers from 1 on", "", PlainValues::count),
    DURATION(Duration.class, "a duration", "durations", "a duration has a unit: 15.minutes", PlainValues::duration),
    SIZE(ByteSize.class, "a size", "sizes", "a size has a unit: 100.GB", PlainValues::size),
    TIME_ZONE(ZoneId.class, "a time zone", "time zones", "a time zone is named as in 'Europe/Berlin'", ZoneText::read),
    AT(Schedule.At.class, "a time of day", "times of day", AtText.FORM, AtText::read),
    CRON(Schedule.Cron.class, "a cron expression", "cron expressions", CronSyntax.FORM, CronSyntax::read),
    UNTIL(Until.class, "a day or an instant", "days or instants", UntilText.FORM, UntilText::read),
    ON_NO_BASE_SET(OnNoBaseSet.class, words(OnNoBaseSet.values(), OnNoBaseSet::word)),
    ON_JOURNAL_SUSPENDED(OnJournalSuspended.class, words(OnJournalSuspended.values(), OnJournalSuspended::word)),
    ON_ARCHIVE_DOWN(
            OnArchiveDown.class,
            "a backup group, skip or fail",
            "a backup group stands in quotes, skip and fail stand without",
            words("skip", new OnArchiveDown.Skip(), "fail", new OnArchiveDown.Fail()),
            PlainValues.ofText(text -> PlainValues.name(text).map(name -> new OnArchiveDown.Instead(name.text())))),
    ON_OVERLAP(OnOverlap.class, words(OnOverlap.values(), OnOverlap::word)),
    ON_FAILURE(FailureAction.class, words(FailureAction.values(), ArgumentType::lowerCase)),
    ON_MISSED(MissedAction.class, words(MissedAction.values(), ArgumentType::lowerCase));

    private final Class<?> javaType;
    private final String singular;
    private final String plural;
    private final String hint;
    private final Map<String, ?> words;
    private final Optional<Function<Value, Reading>> reading;

    /** A type whose values are words of the language, in the order of their declaration. */
    ArgumentType(Class<?> javaType, Map<String, ?> words) {
        this.javaType = javaType;
        this.words = words;
        this.singular = anyOf(words());
        this.plural = singular;
        this.hint = "a word of the language stands without quotes";
        this.reading = Optional.empty();
    }

    /** A type with words of the language and other values. */
    ArgumentType(
            Class<?> javaType, String singular, String hint, Map<String, ?> words, Function<Value, Reading> reading) {
        this.javaType = javaType;
        this.words = words;
        this.singular = singular;
        this.plural = singular;
        this.hint = hint;
        this.reading = Optional.of(reading);
    }

    ArgumentType(Class<?> javaType, String singular, String plural, String hint, Function<Value, Reading> reading) {
        this.javaType = javaType;
        this.words = Map.of();
        this.singular = singular;
        this.plural = plural;
        this.hint = hint;
        this.reading = Optional.of(reading);
    }

    private static <E extends Enum<E>> Map<String, E> words(E[] constants, Function<E, String> word) {
        Map<String, E> words = new LinkedHashMap<>();
        List.of(constants).forEach(constant -> words.put(word.apply(constant), constant));
        return words;
    }

    private static <T> Map<String, T> words(String first, T firstMeaning, String second, T secondMeaning) {
        Map<String, T> words = new LinkedHashMap<>();
        words.put(first, firstMeaning);
        words.put(second, secondMeaning);
        return words;
    }

    private static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** {@code incremental, full or fail}. */
    private static String anyOf(List<String> words) {
        int last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    /** The type for a Java type of the vocabulary. */
    static ArgumentType of(Class<?> javaType) {
        return Arrays.stream(values())
                .filter(type -> type.javaType.equals(javaType))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no argument can be a " + javaType));
    }

    /** One of them in words: {@code an archive number}. */
    String singular() {
        return singular;
    }

    /** Several in words: {@code archive numbers}. */
    String plural() {
        return plural;
    }

    /** What such a value looks like; empty when its name says it. */
    String hint() {
        return hint;
    }

    /** The words of the language that it takes; empty when it takes other values. */
    List<String> words() {
        return List.copyOf(words.keySet());
    }

    /** Whether it takes nothing but words of the language. */
    boolean isWordsOnly() {
        return reading.isEmpty();
    }

    /** Whether its values are texts, apart from words of the language: in YAML they may stand without quotes. */
    boolean isText() {
        return switch (this) {
            case NAME, TEXT, DATABASE, STORAGE_GROUP, TIME_ZONE, AT, CRON, UNTIL, ON_ARCHIVE_DOWN -> true;
            case ARCHIVE,
                    TRUTH,
                    COUNT,
                    DURATION,
                    SIZE,
                    ON_NO_BASE_SET,
                    ON_JOURNAL_SUSPENDED,
                    ON_OVERLAP,
                    ON_FAILURE,
                    ON_MISSED -> false;
        };
    }

    /** The value in the Java type, or why it is none. */
    Reading read(Value value) {
        return value instanceof Value.Bare bare && words.containsKey(bare.name())
                ? Reading.fits(words.get(bare.name()))
                : reading.map(of -> of.apply(value)).orElseGet(Reading::otherKind);
    }
}
