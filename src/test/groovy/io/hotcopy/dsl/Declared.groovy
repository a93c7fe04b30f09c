package io.hotcopy.dsl

import io.hotcopy.model.Database
import io.hotcopy.model.Declarations
import io.hotcopy.model.Domain
import io.hotcopy.problem.ProblemText

import java.nio.file.NoSuchFileException
import java.nio.file.Path

/** Texts that are compiled together, as if they were files; the first is the one that a person names. */
class Declared {
    private final Map<String, String> files

    private Declared(Map<String, String> files) {
        this.files = files
    }

    static Declared file(String text) {
        new Declared(['bank.groovy': text.stripIndent()])
    }

    static Declared files(Map<String, String> texts) {
        new Declared(texts.collectEntries { name, text -> [name, text.stripIndent()] })
    }

    /** A domain that is complete but for what is asked about. */
    static Declared domain(String words) {
        file(domainText(words))
    }

    /** A database that is complete but for what is asked about, in a domain of two hosts. */
    static Declared database(String words) {
        file(databaseText(words))
    }

    /** A policy that is complete but for what is asked about, for a database of two archives. */
    static Declared policy(String words) {
        files('policy.groovy': "policy('nightly') {\n${words.stripIndent()}\n}\n", 'bank.groovy': BANK)
    }

    static String domainText(String words) {
        "domain('bank') {\n${words.stripIndent()}\n}\n"
    }

    static String databaseText(String words) {
        domainText("region 'east', hosts: ['e1', 'e2']\ndatabase('ledger') {\n${words.stripIndent()}\n}")
    }

    static final String BANK = '''\
        domain('bank') {
            region 'east', hosts: ['e1', 'e2', 'e3']
            database('ledger') {
                storageGroups 'SG1', 'SG2', 'SG3'
                transactionEngines hosts: ['e1']
                storageManager archive: 0, host: 'e1', serves: ['SG1', 'SG2']
                storageManager archive: 1, host: 'e2', serves: ['SG1', 'SG3']
                storageManager archive: 2, host: 'e3', serves: ['SG1', 'SG2', 'SG3']
            }
        }
        '''.stripIndent()

    Compilation compile(Declarations known = Declarations.NONE) {
        SourceReader reader = { Path file ->
            String text = files[file.toString()]
            if (text == null) {
                throw new NoSuchFileException(file.toString())
            }
            text
        }
        List<Path> named = files.keySet().collect { Path.of(it) }
        new PolicyCompiler(reader).compile(named, known)
    }

    /** Compiles the first file only; the others are there to be included. */
    Compilation compileFirst() {
        SourceReader reader = { Path file ->
            if (!files.containsKey(file.toString())) {
                throw new NoSuchFileException(file.toString())
            }
            files[file.toString()]
        }
        new PolicyCompiler(reader).compile([Path.of(files.keySet().first())])
    }

    /** Everything that a person sees. */
    String report() {
        Compilation compilation = compile()
        ProblemText.of(compilation.problems(), compilation.sources())
    }

    /** Place and message of each problem, without source lines and hints. */
    List<String> findings() {
        compile().problems().collect { problem ->
            problem.span().map { "$it: " as String }.orElse('') + problem.message()
        }
    }

    Declarations declarations() {
        Compilation compilation = compile()
        assert compilation.problems().empty: ProblemText.of(compilation.problems(), compilation.sources())
        compilation.declarations()
    }

    Domain theDomain() {
        declarations().domains()[0]
    }

    Database theDatabase() {
        theDomain().databases()[0]
    }
}
