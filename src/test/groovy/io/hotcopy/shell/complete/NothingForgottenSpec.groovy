package io.hotcopy.shell.complete

import io.hotcopy.dsl.Vocabulary
import io.hotcopy.shell.command.CommandTable
import io.hotcopy.shell.nuocmd.NuocmdWords
import picocli.CommandLine.Model.ArgSpec
import picocli.CommandLine.Model.CommandSpec
import spock.lang.Specification

/** A new option, place or word says what it takes, or that nobody can know it: else Tab is silent without a reason. */
class NothingForgottenSpec extends Specification {

    def "every option and place of #name that takes a text says which"() {
        expect:
        forgotten(new CommandTable(Contexts.without(null)).spec(name).get()) == []

        where:
        name << CommandTable.names()
    }

    def "a command that forgot it is found"() {
        expect:
        forgotten(CommandSpec.forAnnotatedObject(new Forgetful())) == ['--name', '<place>']
    }

    @picocli.CommandLine.Command
    static class Forgetful {
        @picocli.CommandLine.Option(names = '--name')
        Optional<String> name

        @picocli.CommandLine.Option(names = '--count')
        int count

        @picocli.CommandLine.Parameters
        List<String> place
    }

    def "every argument of every word is known, and no other"() {
        expect:
        WordValue.OF.keySet().sort() == PLACES.collectMany { argumentsIn(it) }.sort()
    }

    static final PLACES = [[], ['domain'], ['domain', 'database'], ['policy']]

    private static List<String> argumentsIn(List<String> path) {
        Vocabulary.wordsInside(path).collectMany { entry ->
            entry.arguments().collect { "${entry.name()}.${it.name()}".toString() }
        }
    }

    def "every option of the vendor's lines that takes any value is known"() {
        expect:
        (NuocmdOffers.KINDS.keySet() + NuocmdOffers.FREE).sort() == NuocmdWords.withAnyValue().sort()
        NuocmdOffers.KINDS.keySet().intersect(NuocmdOffers.FREE).empty
    }

    private static List<String> forgotten(CommandSpec command) {
        def own = command.args().findAll { takesText(it) && !isSaid(it) }
            .collect { it.option ? it.longestName() : it.paramLabel() }
        own + command.subcommands().values().collectMany { forgotten(it.commandSpec) }
    }

    private static boolean isSaid(ArgSpec argument) {
        argument.completionCandidates() || ArgumentOffers.kindsOf(argument) || ArgumentOffers.wordsOf(argument)
    }

    private static boolean takesText(ArgSpec argument) {
        argument.auxiliaryTypes()[0] == String
    }
}
