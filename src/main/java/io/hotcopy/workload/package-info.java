/**
 * The bank: a workload whose truth is known, database in; transfers, their ledger and a verdict on any restored state
 * out.
 *
 * <p>Accounts of fixed total are spread over the storage groups; transfers move money between them, most of them across
 * groups; the ledger keeps every acknowledged commit. Whatever a restore gives must equal the ledger replayed up to its
 * cut, account by account and byte by byte. It is the oracle of the tours, the tests and the crash runs.
 *
 * <p>Front doors: {@link io.hotcopy.workload.BankWorkload}, {@link io.hotcopy.workload.BankCheck}.
 */
package io.hotcopy.workload;
