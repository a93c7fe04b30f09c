package io.hotcopy.shell.complete

import io.hotcopy.shell.argument.Kind
import io.hotcopy.shell.argument.Takes
import picocli.CommandLine
import picocli.CommandLine.Model.CommandSpec
import spock.lang.Specification

/** Commands that take another line. */
class CommandOffersSpec extends Specification {

    @CommandLine.Command
    static class Repeat {
        @Takes(Kind.FREE)
        @CommandLine.Parameters(index = '0')
        String seconds

        @Takes(Kind.LINE)
        @CommandLine.Parameters(index = '1..*', arity = '1..*')
        List<String> line

        @CommandLine.Option(names = '--once')
        boolean once
    }

    def "what follows is completed as the line that it is: #line"() {
        given:
        def values = new ArgumentOffers(new KindOffers(null, null, null, null), null)
        def command = CommandSpec.forAnnotatedObject(new Repeat()).name('repeat')
        def asked = []

        when:
        new CommandOffers(values).of(command, WordsToCursor.of(line)) { int start ->
            asked << line.substring(start)
            Completion.none(line.length())
        }

        then:
        asked == expected

        where:
        line                         || expected
        'repeat 5 sta'               || ['sta']
        'repeat 5 '                  || ['']
        'repeat 5 show arch'         || ['show arch']
        'repeat 5 list --js'         || ['list --js']
        "repeat 5 list --in 'my di"  || ["list --in 'my di"]
        'repeat --once 5 list --in=' || ['list --in=']
        'repeat 5'                   || []
        'repeat --o'                 || []
    }
}
