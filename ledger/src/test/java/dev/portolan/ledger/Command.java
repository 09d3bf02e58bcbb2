package dev.portolan.ledger;

/** What can happen to a licence account in a random history. */
sealed interface Command {
    record Grant(Quantity quantity) implements Command {}

    record GiveOn(Quantity quantity) implements Command {}

    record Reserve(Quantity quantity) implements Command {}

    record Consume(int index) implements Command {}

    record Release(int index) implements Command {}

    record Uncovered(Quantity quantity) implements Command {}

    record Expire() implements Command {}

    record Leave() implements Command {}

    record Activate() implements Command {}

    record Abort() implements Command {}
}
