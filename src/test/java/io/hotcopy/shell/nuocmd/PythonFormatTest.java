package io.hotcopy.shell.nuocmd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hotcopy.shell.nuocmd.PythonText.Tuple;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values and format strings as Python 3.11 writes them; what is expected here, that wrote. */
class PythonFormatTest {

    @ParameterizedTest
    @CsvSource({
        "1.04, 1.04",
        "0.1, 0.1",
        "1, 1.0",
        "-0.0, -0.0",
        "1e15, 1000000000000000.0",
        "1e16, 1e+16",
        "1e-4, 0.0001",
        "1e-5, 1e-05",
        "5e-324, 5e-324",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "1279282560631265.2, 1279282560631265.2",
        "123456789.125, 123456789.125"
    })
    void numbersAreWrittenWithTheFewestDigits(double number, String text) {
        assertEquals(text, PythonText.repr(number));
    }

    @Test
    void valuesInsideOthersAreQuoted() {
        Map<String, Object> labels = new LinkedHashMap<>();
        labels.put("region", "east");
        labels.put("n", 1);
        labels.put("x", null);
        assertEquals("{'region': 'east', 'n': 1, 'x': None}", PythonText.str(labels));
        assertEquals("['a', True, 1.5]", PythonText.str(List.of("a", true, 1.5)));
        assertEquals("(1, 2)", PythonText.str(new Tuple(List.of(1, 2))));
        assertEquals("(1,)", PythonText.str(new Tuple(List.of(1))));
        assertEquals("it's", PythonText.str("it's"));
        assertEquals(
                "[\"it's\", 'a\"\\'b', '\\t\\\\', '\\u200b', 'ü']",
                PythonText.str(List.of("it's", "a\"'b", "\t\\", "\u200b", "ü")));
    }

    @Test
    void propertiesQuoteOnlyWhatLiesDeeper() {
        assertEquals("[a, ['b']]", PythonText.ofProperty(List.of("a", List.of("b"))));
        assertEquals("{k: v}", PythonText.ofProperty(Map.of("k", "v")));
    }

    @Test
    void anEntityShowsItsPropertiesSortedWithoutThoseThatAreNull() {
        Entity entity = new Entity("Thing", Map.of())
                .with("name", "n")
                .with("id", 7)
                .with("gone", null)
                .with("is_new", false);
        assertEquals("Thing(id=7, is_new=False, name=n)", entity.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{text:>6}|\"   abc\"",
                "{text:<6}.|abc   .",
                "{text:^6}|\" abc  \"",
                "{text:*^7}|**abc**",
                "{text:.2}|ab",
                "{text!r}|'abc'",
                "{number:5}|\"   42\"",
                "{number:05}|00042",
                "{number:+d}|+42",
                "{number:#x}|0x2a",
                "{number:.1f}|42.0",
                "{number:.1%}|4200.0%",
                "{large:,}|1,234,567",
                "{large:012,}|0,001,234,567",
                "{real:5.2f}|\" 1.04\"",
                "{real:.0f}|1",
                "{real:.3e}|1.040e+00",
                "{real:g}|1.04",
                "{real:.2}|1.0",
                "{yes}|True",
                "{yes:>3}|\"  1\"",
                "{none}|<NO VALUE>",
                "{none:5.2f:>60}|>60",
                "{none::?}|?",
                "{unknown::}.|.",
                "{map}|{'k': 'v'}",
                "{map[k]}|v",
                "{list[0]}|first",
                "{inner.name}|n",
                "{inner[jsonName]}|j",
                "{{{number}}}|{42}",
                "{text:>{number}}.|\"                                       abc.\"",
            })
    void formatStringsAreFilledIn(String format, String text) {
        assertEquals(text, PythonFormat.fill(format, things()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{|Single '{' encountered in format string",
                "}|Single '}' encountered in format string",
                "{text|expected '}' before end of string",
                "{0}|tuple index out of range",
                "{}|tuple index out of range",
                "{text:d}|Unknown format code 'd' for object of type 'str'",
                "{number:s}|Unknown format code 's' for object of type 'int'",
                "{real:d}|Unknown format code 'd' for object of type 'float'",
                "{map:5}|unsupported format string passed to dict.__format__",
                "{text:,}|Cannot specify ',' with 's'.",
                "{text.size}|'str' object has no attribute 'size'",
                "{none.size}|'NoneType' object has no attribute 'size'",
                "{inner.size}|'Inner' object has no attribute 'size'",
                "{map[x]}|'x'",
                "{list[9]}|list index out of range",
                "{text!x}|Unknown conversion specifier x",
                "{text:{number:{number}}}|Max string recursion exceeded"
            })
    void whatIsWrongWithAFormatIsSaid(String format, String message) {
        CommandFailure failure = assertThrows(CommandFailure.class, () -> PythonFormat.fill(format, things()));
        assertEquals(message, failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "{a", "{a[", "{a]}", "{a:{b", "}{", "{a!}", "{a..b}", "{[}]}", "{:999999999}", "{a:%%}"})
    void anyFormatFillsInOrIsRefused(String format) {
        List<String> ends = new ArrayList<>();
        for (Object value : Arrays.asList("text", 5, 1.5, null, true, BigInteger.TEN.pow(30), List.of(), Map.of())) {
            try {
                ends.add(PythonFormat.fill(format, new Entity("Thing", new HashMap<>()).with("a", value)));
            } catch (CommandFailure refused) {
                ends.add(refused.getMessage());
            }
        }
        assertEquals(8, ends.size());
    }

    @Test
    void jsonHasSortedKeysAndOnlyAscii() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("b", List.of(1, 1.5, true));
        json.put("a", null);
        json.put("ü", "\"\\\n\u007f\ud83d\ude00");
        json.put("e", Map.of());
        json.put("l", List.of());
        String expected = """
                {
                  "a": null,
                  "b": [
                    1,
                    1.5,
                    true
                  ],
                  "e": {},
                  "l": [],
                  "\\u00fc": "\\"\\\\\\n\\u007f\\ud83d\\ude00"
                }""";
        assertEquals(expected, PythonJson.text(json, true));
        assertEquals(
                "{\"a\": null, \"b\": [1, 1.5, true], \"e\": {}, \"l\": [],"
                        + " \"\\u00fc\": \"\\\"\\\\\\n\\u007f\\ud83d\\ude00\"}",
                PythonJson.text(json, false));
    }

    private static Entity things() {
        Entity inner = new Entity("Inner", Map.of("jsonName", "j")).with("name", "n");
        return new Entity("Things", Map.of())
                .with("text", "abc")
                .with("number", 42)
                .with("large", 1234567L)
                .with("real", 1.04)
                .with("yes", true)
                .with("none", null)
                .with("map", Map.of("k", "v"))
                .with("list", List.of("first"))
                .with("inner", inner);
    }
}
