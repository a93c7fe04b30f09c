/**
 * Which sets exist and where: directories in; collections, newest first, and what a person means by a SET word out.
 *
 * <p>Front door: {@link io.hotcopy.catalog.Catalog}. It is a listing of directories, made afresh at each call.
 * {@link io.hotcopy.catalog.CatalogIndex} remembers where sets were put, so that a listing looks there too;
 * {@link io.hotcopy.catalog.CatalogRebuild} remakes it from the sets. {@link io.hotcopy.catalog.RunLedger} remembers
 * what became of every run. Both lie in the {@link io.hotcopy.catalog.DomainState} of their domain.
 */
package io.hotcopy.catalog;
