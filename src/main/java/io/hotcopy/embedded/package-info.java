/**
 * The embedded database: a declared domain in; transactions, storage managers, pinned copies and restored archives out.
 *
 * <p>Front doors: {@code EmbeddedDomain}, the running database; {@code EmbeddedArchiveFormat}, what restore and
 * verification must know of it; {@code OpenedArchives}, restored archives read as one database.
 */
package io.hotcopy.embedded;
