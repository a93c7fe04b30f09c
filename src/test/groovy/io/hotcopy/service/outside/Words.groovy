package io.hotcopy.service.outside

/** Lines as a person types them to a command interpreter. */
class Words {

    /** Blanks part words, single quotes keep them together. */
    static List<String> of(String line) {
        (line =~ /'([^']*)'|(\S+)/).collect { it[2] ?: it[1] ?: '' }
    }
}
