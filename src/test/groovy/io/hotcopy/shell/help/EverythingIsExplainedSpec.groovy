package io.hotcopy.shell.help

import io.hotcopy.dsl.PolicyCompiler
import io.hotcopy.dsl.PolicyText
import io.hotcopy.dsl.Vocabulary
import io.hotcopy.model.Declarations
import io.hotcopy.shell.command.CommandTable
import io.hotcopy.shell.command.ExitCode
import java.lang.reflect.Modifier
import java.nio.file.NoSuchFileException
import java.nio.file.Path
import org.codehaus.groovy.control.CompilationUnit
import org.codehaus.groovy.control.Phases
import spock.lang.Specification

/** Nothing can be typed that the manual does not explain, and every example of it can be typed. */
class EverythingIsExplainedSpec extends Specification {

    def 'a command says what it does, and shows how: #doc.words()'() {
        expect:
        doc.summary().endsWith('.')
        isText(doc.summary())
        doc.more().every { isText(it) }
        doc.examples()

        and: 'its examples are lines of it'
        doc.examples().every { (it + ' ').startsWith(doc.words() + ' ') && Commands.parses(it) }

        where:
        doc << Commands.docs().findAll { !isVerb(it) }
    }

    def 'a verb of the vendor is explained by its nouns: #doc.words()'() {
        expect:
        doc.inner()

        where:
        doc << Commands.docs().findAll { isVerb(it) }
    }

    def 'an argument says what it is: #words #argument.typed()'() {
        expect:
        isText(argument.text())

        where:
        [words, argument] << Commands.docs().collectMany { doc ->
            (doc.places() + doc.options()).collect { [doc.words(), it] }
        }
    }

    def 'every command has help of its own: #doc.words()'() {
        expect:
        doc.options().any { it.names().contains('--help') }

        where:
        doc << Commands.docs().findAll { !isVerb(it) }
    }

    def 'a line that needs other lines says so: #name'() {
        expect:
        Commands.docs().find { it.words() == name }.more().any { it.startsWith('Only in the shell') } == told

        where:
        name     || told
        'start'  || true
        'backup' || false
    }

    def 'a named argument says what it is, and stands in an example of its word: #word.name() #argument.name()'() {
        expect:
        isText(argument.text())
        !argument.text().endsWith('.')
        word.examples().any { it.contains("${argument.name()}: ") }

        where:
        [word, argument] << words().collectMany { word ->
            word.arguments().findAll { it.name() }.collect { [word, it] }
        }
    }

    def 'every example of a word can be read: #path #example'() {
        expect:
        problems(wrap(path, example)).findAll {
            !(it =~ /is missing in|there is no file|is in no region|is not declared|builds on unknown policy/)
        } == []

        where:
        [path, example] << WordHelp.places().collectMany { path, words ->
            words.collectMany { word -> word.examples().collect { [path, it] } }
        }
    }

    def 'a word with a block shows a whole one, in which nothing is missing'() {
        given:
        def domain = named('domain').block()

        expect:
        problems(domain) == []
        problems(domain + '\n' + named('policy').block()) == []
        problems(domain.substring(0, domain.indexOf('database')) + named('database').block() + '\n}') == []
        words().findAll { it.hasBlock() }*.name() == ['domain', 'policy', 'database']
    }

    def 'what a topic shows can be typed: #topic.name()'() {
        expect:
        topic.parts().findAll { it instanceof Topic.Typed }.every { Topic.Typed typed ->
            switch (typed.kind()) {
                case Topic.Kind.COMMANDS -> typed.lines().every { Commands.parses(it.line()) }
                case Topic.Kind.DECLARATION -> problems(typed.lines()*.line().join('\n')) == []
                case Topic.Kind.SCRIPT -> compiles(typed.lines()*.line().join('\n'))
            }
        }
        isText(topic.title())

        where:
        topic << Topics.all()
    }

    def 'no two things have one name but commands and words'() {
        given:
        def names = Commands.manual().names()

        expect:
        names.unique(false) == names
        Topics.names().intersect(CommandTable.names()) == []
        Topics.names().intersect(WordHelp.all()) == []
    }

    def 'the exit codes are those that there are'() {
        given:
        def codes = ExitCode.declaredFields.findAll { Modifier.isPublic(it.modifiers) }*.get(null)

        expect:
        def topic = Topics.named('exit-codes').get()
        topic.parts().find { it instanceof Topic.Terms }.terms()*.name() == codes.toSorted()*.toString()
    }

    private static boolean isVerb(CommandDoc doc) {
        doc.path().size() == 2 && doc.path()[0] == 'nuocmd'
    }

    /** Words for people: nothing is left in it that a program should have replaced. */
    private static boolean isText(String text) {
        !text.blank && !text.contains('%n') && !text.contains('${') && !text.contains('null')
    }

    private static List<Vocabulary.Entry> words() {
        WordHelp.places().values().collectMany { it }
    }

    private static Vocabulary.Entry named(String word) {
        words().find { it.name() == word }
    }

    private static String wrap(List<String> path, String text) {
        path.reverse().inject(text) { inner, word -> "$word('x') {\n$inner\n}" }
    }

    private static List<String> problems(String text) {
        def compiler = new PolicyCompiler({ throw new NoSuchFileException(it.toString()) })
        compiler.compile(new PolicyText('line', Path.of(''), text), Declarations.NONE).problems()*.message()
    }

    private static boolean compiles(String script) {
        def unit = new CompilationUnit()
        unit.addSource('script', script)
        unit.compile(Phases.CANONICALIZATION)
        true
    }
}
