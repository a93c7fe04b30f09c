package io.hotcopy.dsl

import io.hotcopy.dsl.PolicyCompiler.TextKind
import io.hotcopy.problem.ProblemText
import io.hotcopy.term.DatabaseName
import spock.lang.Specification

import java.nio.file.Files
import java.nio.file.Path

/** The example that people meet first. */
class BankExampleSpec extends Specification {
    static final Path DOMAIN = Path.of('examples/bank/domain.groovy')
    static final Path POLICY = Path.of('examples/bank/policy.groovy')

    PolicyCompiler compiler = new PolicyCompiler(Files::readString)

    def 'it compiles without a problem'() {
        given:
        Compilation compilation = compiler.compile([DOMAIN, POLICY])

        expect:
        ProblemText.of(compilation.problems(), compilation.sources()) == ''
        PolicyCompiler.kindOf(Files.readString(DOMAIN)) == TextKind.DECLARATION
        PolicyCompiler.kindOf(Files.readString(POLICY)) == TextKind.DECLARATION
    }

    def 'each backup group covers the bank, in a region of its own, from archives that allow journal hot copies'() {
        given:
        def declarations = compiler.compile([DOMAIN, POLICY]).declarations()
        def domain = declarations.domain('bank').get()
        def database = declarations.database(new DatabaseName('bank', 'ledger')).get()
        def policy = declarations.policy('bank-nightly').get()

        expect:
        policy.backupGroups().every { it.covers(database) }
        policy.backupGroups()*.archives().collect { archives ->
            archives.collect { domain.regionOf(database.storageManager(it).get().host()).get().name() }.unique()
        } == [['east'], ['west']]
        policy.archives().every { database.storageManager(it).get().journalHotCopy() }
        domain.home().get() == DOMAIN.resolveSibling('data/bank')
    }
}
