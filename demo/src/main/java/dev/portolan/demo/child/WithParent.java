package dev.portolan.demo.child;

import java.io.IOException;
import java.util.Arrays;

/**
 * Runs a program that ends when its parent does. The parent holds the other end of standard input and never writes to
 * it; however the parent dies, the system closes that end.
 */
public final class WithParent {

    private static final long PATIENCE_MILLIS = 10_000;

    private WithParent() {}

    /** Runs the class named first with the remaining arguments. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Thread.ofPlatform().daemon().name("parent").start(WithParent::exitWithParent);
        var program = Class.forName(arguments[0]).getMethod("main", String[].class);
        program.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    private static void exitWithParent() {
        awaitEndOfInput();
        Thread.ofPlatform().daemon().name("parent-gone").start(() -> System.exit(0));
        try {
            Thread.sleep(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    private static void awaitEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // nothing is ever said here
            }
        } catch (IOException e) {
            // as good as the end
        }
    }
}
