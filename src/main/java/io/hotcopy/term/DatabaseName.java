package io.hotcopy.term;

/**
 * The full name of a database: the domain's name and the database's own, written {@code domain/database}.
 *
 * @param domain name of the domain, not blank
 * @param database name of the database within it, not blank
 */
public record DatabaseName(String domain, String database) implements Comparable<DatabaseName> {

    public DatabaseName {
        if (domain.isBlank() || database.isBlank()) {
            throw new IllegalArgumentException("blank name: \"" + domain + "/" + database + "\"");
        }
    }

    @Override
    public int compareTo(DatabaseName other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return domain + "/" + database;
    }
}
