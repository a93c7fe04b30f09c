package io.hotcopy.shell.keyboard

import io.hotcopy.shell.command.CommandTable
import io.hotcopy.shell.line.LineRouter
import spock.lang.Specification

/** What is coloured in a line that is being typed; | is the cursor, else it is at the end, after a blank. */
class ColouringSpec extends Specification {

    static final CommandShapes SHAPES = Shapes.ofTheProgram()

    def colouring = new Colouring(new LineRouter(CommandTable.names()), SHAPES, new Tokens())

    def "of the command #typed: #coloured"() {
        expect:
        partsOf(typed) == coloured

        where:
        typed                                || coloured
        'status'                             || ['status STRONG']
        'plan nightly --days 3'              || ['plan STRONG', '--days NAMED']
        'plan --days=3'                      || ['plan STRONG', '--days NAMED']
        'plan --dais 3'                      || ['plan STRONG', '--dais UNKNOWN']
        'plan --dais=3'                      || ['plan STRONG', '--dais=3 UNKNOWN']
        'plan --da|'                         || ['plan STRONG']
        'plan -o x.yaml'                     || ['plan STRONG', '-o NAMED']
        'sm stop 1'                          || ['sm STRONG', 'stop STRONG']
        'sm halt 1'                          || ['sm STRONG']
        'journal search latest --table t'    || ['journal STRONG', 'search STRONG', '--table NAMED']
        'put accounts 1 "a b"'               || ['put STRONG', '"a b" QUOTED']
        'put accounts 1 "a b|'               || ['put STRONG', '"a b QUOTED']
        'restore latest --to -x'             || ['restore STRONG', '--to NAMED']
        'nuocmd show domain --api-server x'  || ['nuocmd STRONG', '--api-server NAMED']
        'status # am I'                      || ['status STRONG', '# am I FAINT']
    }

    def "of the declaration #typed.inspect(): #coloured"() {
        expect:
        partsOf(typed) == coloured

        where:
        typed                                     || coloured
        "policy('p') {"                           || ['policy STRONG', "'p' QUOTED"]
        "policy('p') {\nfull\n"                   || ['policy STRONG', "'p' QUOTED", 'full STRONG']
        "policy('p') {\nfulll\n"                  || ['policy STRONG', "'p' QUOTED", 'fulll UNKNOWN']
        "policy('p') {\nfulll|\n}"                || ['policy STRONG', "'p' QUOTED"]
        "policy('p') {\nregion 'x'\n"             || ['policy STRONG', "'p' QUOTED", 'region UNKNOWN', "'x' QUOTED"]
        "policy('p') { journal every: 5.minutes"  || ['policy STRONG', "'p' QUOTED", 'journal STRONG', 'every NAMED',
                                                      '5 NAMED']
        "domain('d') {\nfor (x in [1]) {\nregion" || ['domain STRONG', "'d' QUOTED", 'for STRONG', 'in STRONG',
                                                      '1 NAMED', 'region STRONG']
        "domain('d') { // mine\nbad\n"            || ['domain STRONG', "'d' QUOTED", '// mine FAINT', 'bad UNKNOWN']
        "domain('d') {\nregion 'a', hosts:\n['h']\n" || ['domain STRONG', "'d' QUOTED", 'region STRONG', "'a' QUOTED",
                                                         'hosts NAMED', "'h' QUOTED"]
    }

    def "Groovy has no unknown words, and neither has a first word that may become one: #typed.inspect()"() {
        expect:
        partsOf(typed) == coloured

        where:
        typed                       || coloured
        'pla|'                      || []
        'plaan'                     || []
        'x = 1'                     || ['1 NAMED']
        'def x = "a"'               || ['def STRONG', '"a" QUOTED']
        'sets.each { foo it }'      || []
        "x = 'open"                 || []
        "x = 'ope|n"                || []
        "x| = 'open"                || ["'open UNKNOWN"]
        "t = '''open"               || ["'''open QUOTED"]
        ') ] }'                     || []
    }

    def "each entry of a paste has its own colours"() {
        expect:
        partsOf("policy('p') {\nfull\n}\nplan --days 3") ==
            ['policy STRONG', "'p' QUOTED", 'full STRONG', 'plan STRONG', '--days NAMED']
    }

    def "any text is coloured, whatever it is (seed #seed)"() {
        given:
        def random = new Random(seed)
        def pieces = ["policy('p') {", 'full', '}', '{', ')', "'", '"', "'''", '/*', '*/', '//', '\n', ' ', 'plan ',
            '--x', '$', '\\', '\u0007', '😀', '1.', 'x = ', '#', ';', 'domain', '->', '${']

        expect:
        500.times {
            def text = (1..random.nextInt(12) + 1).collect { pieces[random.nextInt(pieces.size())] }.join('')
            def parts = colouring.of(text, random.nextInt(text.length() + 1))
            def end = 0
            parts.each {
                assert it.start() >= end && it.end() <= text.length(): "seed $seed: ${text.inspect()}"
                end = it.end()
            }
        }

        where:
        seed << [1L, System.nanoTime()]
    }

    private List<String> partsOf(String typed) {
        def cursor = typed.indexOf('|')
        def text = cursor < 0 ? typed + ' ' : typed.replace('|', '')
        colouring.of(text, cursor < 0 ? text.length() : cursor)
            .collect { "${text.substring(it.start(), it.end()).strip()} ${it.ink()}".toString() }
    }
}
