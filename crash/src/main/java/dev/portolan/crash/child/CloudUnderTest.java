package dev.portolan.crash.child;

import dev.portolan.cloud.CloudApp;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The Cloud in a process of its own, which reports its fault points and takes commands. */
public final class CloudUnderTest {
    private CloudUnderTest() {}

    public static void main(String[] arguments) {
        Parent.endWithIt();
        new SpringApplicationBuilder(CloudApp.class, JumpingClock.InApp.class, Points.InCloud.class).run(arguments);
    }
}
