package io.hotcopy.dsl;

import io.hotcopy.dsl.words.Name;
import io.hotcopy.model.OnJournalSuspended;
import io.hotcopy.model.OnNoBaseSet;
import io.hotcopy.model.PlainName;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.StorageGroupName;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
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
            ofText(ArgumentType::name)),
    TEXT(String.class, "a text", "texts", "a text stands in quotes, with something in it", ofText(ArgumentType::text)),
    DATABASE(
            DatabaseName.class,
            "a database",
            "databases",
            "a database is named with its domain: 'domain/database'",
            ofText(ArgumentType::database)),
    STORAGE_GROUP(
            StorageGroupName.class,
            "the name of a storage group",
            "names of storage groups",
            "the name of a storage group has letters, digits and '_', and stands in quotes",
            ofText(ArgumentType::storageGroup)),
    ARCHIVE(
            ArchiveId.class,
            "an archive number",
            "archive numbers",
            "archives are numbered from 0, without quotes",
            ArgumentType::archive),
    TRUTH(Boolean.class, "true or false", "true or false", "", ArgumentType::truth),
    ON_NO_BASE_SET(OnNoBaseSet.class, words(OnNoBaseSet.values(), OnNoBaseSet::word)),
    ON_JOURNAL_SUSPENDED(OnJournalSuspended.class, words(OnJournalSuspended.values(), OnJournalSuspended::word));

    private final Class<?> javaType;
    private final String singular;
    private final String plural;
    private final String hint;
    private final Function<Value, Optional<?>> conversion;
    private final List<String> words;

    /** A type whose values are words of the language, in the order of their declaration. */
    ArgumentType(Class<?> javaType, Map<String, ?> words) {
        this.javaType = javaType;
        this.words = List.copyOf(words.keySet());
        this.singular = anyOf(this.words);
        this.plural = singular;
        this.hint = "a word of the language stands without quotes";
        this.conversion = value ->
                value instanceof Value.Bare bare ? Optional.ofNullable(words.get(bare.name())) : Optional.empty();
    }

    ArgumentType(
            Class<?> javaType, String singular, String plural, String hint, Function<Value, Optional<?>> conversion) {
        this.javaType = javaType;
        this.singular = singular;
        this.plural = plural;
        this.hint = hint;
        this.conversion = conversion;
        this.words = List.of();
    }

    private static <E extends Enum<E>> Map<String, E> words(E[] constants, Function<E, String> word) {
        Map<String, E> words = new LinkedHashMap<>();
        List.of(constants).forEach(constant -> words.put(word.apply(constant), constant));
        return words;
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
        return words;
    }

    /** The value in the Java type; empty when it is none. */
    Optional<?> convert(Value value) {
        return conversion.apply(value);
    }

    private static Function<Value, Optional<?>> ofText(Function<String, Optional<?>> reading) {
        return value -> value instanceof Value.Text text ? reading.apply(text.text()) : Optional.empty();
    }

    private static Optional<?> name(String text) {
        return PlainName.isValid(text) ? Optional.of(new Name(text)) : Optional.empty();
    }

    private static Optional<?> text(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    private static Optional<?> database(String text) {
        String[] names = text.split("/", -1);
        return names.length == 2 && PlainName.isValid(names[0]) && PlainName.isValid(names[1])
                ? Optional.of(new DatabaseName(names[0], names[1]))
                : Optional.empty();
    }

    private static Optional<?> storageGroup(String text) {
        return StorageGroupName.isValid(text) ? Optional.of(new StorageGroupName(text)) : Optional.empty();
    }

    private static Optional<?> archive(Value value) {
        return value instanceof Value.Whole whole
                        && whole.number().signum() >= 0
                        && whole.number().compareTo(BigInteger.valueOf(Integer.MAX_VALUE)) <= 0
                ? Optional.of(new ArchiveId(whole.number().intValueExact()))
                : Optional.empty();
    }

    private static Optional<?> truth(Value value) {
        return value instanceof Value.Truth truth ? Optional.of(truth.isTrue()) : Optional.empty();
    }
}
