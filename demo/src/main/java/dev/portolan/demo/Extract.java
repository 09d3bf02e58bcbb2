package dev.portolan.demo;

import java.io.IOException;

/** Lays out an app's jar for {@code ./portolan cloud} and {@code ./portolan portal}, and prints the jar to start. */
final class Extract {

    private Extract() {}

    public static void main(String[] arguments) throws IOException {
        var home = DemoOptions.findHome();
        var image = new AppImage(arguments[0], home, home.resolve(".portolan").resolve("run"));
        image.extract();
        System.out.println(image.extractedJar());
    }
}
