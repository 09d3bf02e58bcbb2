package dev.portolan.upgrade.stagetwo;

import dev.portolan.contract.TransferStock;
import dev.portolan.contract.TransferStock.Account;
import dev.portolan.contract.TransferStock.Batch;
import dev.portolan.contract.TransferStock.Held;
import dev.portolan.contract.TransferStock.Workflow;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What differs between what ought to stand in the Portal and what does. */
final class Comparison {
    private Comparison() {}

    /** Before the activation, while nobody can have touched anything. */
    static Differences hidden(TransferStock ought, TransferStock stands) {
        return differing(List.of(
                new Part(
                        "batches",
                        values(stands.batches(), Comparison::batch)
                                .containsAll(values(ought.batches(), Comparison::batch))),
                new Part("licences", same(ought.accounts(), stands.accounts(), Comparison::pool)),
                new Part("balances", stands.accounts().stream().allMatch(Comparison::balanced)),
                new Part("reservations", same(ought.reservations(), stands.reservations(), Comparison::open)),
                new Part("workflows", same(ought.workflows(), stands.workflows(), Comparison::workflow)),
                new Part("default_workflow", Objects.equals(ought.defaultWorkflow(), stands.defaultWorkflow())),
                new Part("shown", stands.seen() == 0)));
    }

    /** After it: what people there may have changed since is left out. */
    static Differences activated(TransferStock ought, TransferStock stands) {
        return differing(List.of(
                new Part("licences", same(ought.accounts(), stands.accounts(), Comparison::account)),
                new Part("balances", stands.accounts().stream().allMatch(Comparison::booked)),
                new Part("reservations", same(ought.reservations(), stands.reservations(), Comparison::held))));
    }

    private record Part(String name, boolean equal) {}

    private static Differences differing(List<Part> parts) {
        var differences = new Differences();
        for (var part : parts) if (!part.equal()) differences.add(part.name());
        return differences;
    }

    private static <T> boolean same(List<T> ought, List<T> stands, Function<T, Object> value) {
        return ought.size() == stands.size() && values(ought, value).equals(values(stands, value));
    }

    private static <T> Set<Object> values(List<T> list, Function<T, Object> value) {
        return list.stream().map(value).collect(Collectors.toSet());
    }

    private static Object batch(Batch batch) {
        return List.of(batch.batch(), batch.reports(), HexFormat.of().formatHex(batch.root()));
    }

    private static Object account(Account account) {
        return List.of(account.pool(), account.product(), plain(account.remaining()), plain(account.reserved()));
    }

    private static Object pool(Account account) {
        return List.of(account(account), String.valueOf(account.expiresOn()));
    }

    private static boolean booked(Account account) {
        return account.bookedRemaining().compareTo(account.balanceRemaining()) == 0
                && account.bookedReserved().compareTo(account.balanceReserved()) == 0;
    }

    private static boolean balanced(Account account) {
        return account.remaining().compareTo(account.balanceRemaining()) == 0
                && account.reserved().compareTo(account.balanceReserved()) == 0;
    }

    private static Object held(Held held) {
        return List.of(held.id(), held.pool(), plain(held.quantity()), held.key());
    }

    private static Object open(Held held) {
        return List.of(held(held), held.state());
    }

    private static Object workflow(Workflow workflow) {
        return List.of(workflow.id(), workflow.name(), HexFormat.of().formatHex(workflow.digest()));
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
