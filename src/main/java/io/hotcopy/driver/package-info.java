/**
 * How one talks to a live database: requests in; facts, pins and cuts out.
 *
 * <p>Front doors: {@link io.hotcopy.driver.DomainDriver}, and {@link io.hotcopy.driver.ConcurrencyRules}, the one
 * statement of which hot copies may run together.
 */
package io.hotcopy.driver;
