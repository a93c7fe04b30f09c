/**
 * Which sets exist and where: directories in; collections, newest first, and what a person means by a SET word out.
 *
 * <p>Front door: {@link io.hotcopy.catalog.Catalog}. It is a listing of directories, made afresh at each call.
 */
package io.hotcopy.catalog;
