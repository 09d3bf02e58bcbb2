package dev.portolan.crash.child;

import java.io.IOException;

/** The process that started this one and holds the other end of its standard input. */
final class Parent {
    private Parent() {}

    /** However the parent dies, the system closes that end, and this process ends. */
    static void endWithIt() {
        Thread.ofPlatform().daemon().name("parent").start(() -> {
            try {
                while (System.in.read() >= 0) {
                    // nothing is ever said here
                }
            } catch (IOException e) {
                // as good as the end
            }
            Runtime.getRuntime().halt(1);
        });
    }
}
