package io.hotcopy.admin

import static io.hotcopy.admin.AdminFixture.json
import static io.hotcopy.admin.AdminFixture.message

import spock.lang.Specification

/** Lists come in pages, filtered and ordered as asked for. */
class ListSpec extends Specification {

    static final Set<String> KNOWN = ['id', 'name', 'labels.*', 'in', 'in.major', 'in.minor']

    static List<Map<String, Object>> rows = (0..<145).collect {
        [id: it.toString(), name: "n${it % 3}".toString(), labels: [zone: 'a'], in: [major: it % 2, minor: it]]
    }

    static AdminAnswer page(Map query, List<Map<String, Object>> all = rows) {
        try {
            return Page.of(
                    new AdminRequest('GET', ['x'], AdminFixture.parameters(query), Optional.empty()), all, KNOWN)
        } catch (UnmetRequestException refused) {
            return AdminAnswer.error(refused.status(), refused.message)
        }
    }

    def "a client that doubles its limit reads each row once"() {
        when:
        def pages = [[0, 20], [20, 40], [60, 80], [140, 100]].collect { offset, limit ->
            json(page([offset: offset, limit: limit]))
        }

        then:
        pages*.data.flatten()*.id == rows*.id
        pages*.hasNext == [true, true, true, false]
        pages*.maxLimit == [100] * 4
    }

    def "no page has more than a hundred rows, and one behind the end has none"() {
        expect:
        json(page([limit: 1000])).data.size() == 100
        json(page([offset: 145])) == [data: [], hasNext: false, maxLimit: 100]
    }

    def "a filter fits the whole value: #expression"() {
        expect:
        json(page([filterBy: 'id', id: expression], rows)).data*.id == found

        where:
        expression || found
        '1'        || ['1']
        '1|10|x'   || ['1', '10']
        '14.*'     || ['14', '140', '141', '142', '143', '144']
        '.*4.*4'   || ['44', '144']
        '.*.*99'   || ['99']
        '1.*1.*1'  || ['111']
        ''         || []
        '.'        || []
    }

    def "several filters all apply, also to what lies in rows of a row"() {
        expect:
        def filters = [filterBy: ['name', 'labels.zone', 'in.major'], name: 'n1', 'labels.zone': 'a', 'in.major': '1']
        json(page(filters)).data.size() == 24
        json(page(filters)).data.every { it.name == 'n1' && it.in.major == 1 }
        json(page([filterBy: ['labels.zone'], 'labels.zone': 'b'])).data == []
    }

    def "ids are ordered as numbers, incarnations by their parts, some of them backwards"() {
        expect:
        json(page([orderBy: 'id', limit: 12])).data*.id == (0..11)*.toString()
        json(page([orderBy: 'in', limit: 3])).data*.id == ['0', '2', '4']
        json(page([orderBy: 'in.major,id', descendingFields: 'in.major', limit: 3])).data*.id == ['1', '3', '5']
        json(page([orderBy: 'name,id', descendingFields: 'id', limit: 2])).data*.id == ['144', '141']
    }

    def "what is not understood is refused: #query"() {
        when:
        def answer = page(query)

        then:
        answer.status() == 400
        message(answer) == text

        where:
        query                                  || text
        [orderBy: 'nosuch'] || 'Unable to get all fields: there is no field "nosuch"'
        [filterBy: 'nosuch', nosuch: '1'] || 'Unable to get all fields: there is no field "nosuch"'
        [filterBy: 'id'] || '"id" is missing'
        [filterBy: 'id', id: '(a+)+'] || 'filter "(a+)+" of "id" is not understood'
        [filterBy: 'id', id: 'a*'] || 'filter "a*" of "id" is not understood'
        [filterBy: 'id', id: 'x' * 201] || 'filter of "id" is longer than 200 characters'
        [offset: '-1'] || '"offset" must be a whole number from 0 to 2147483647, not "-1"'
        [limit: '0'] || '"limit" must be a whole number from 1 to 2147483647, not "0"'
        [limit: '9999999999'] || '"limit" must be a whole number from 1 to 2147483647, not "9999999999"'
        [offset: ['1', '2']] || '"offset" is given 2 times'
    }
}
