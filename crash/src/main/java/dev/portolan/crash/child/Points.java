package dev.portolan.crash.child;

import dev.portolan.migration.FaultPoints;
import dev.portolan.migration.Plan;
import dev.portolan.migration.Run;
import dev.portolan.migration.Runs;
import dev.portolan.platform.Tenancy;
import dev.portolan.upgrade.order.StageOneOrders;
import dev.portolan.upgrade.order.StageTwoOrders;
import dev.portolan.upgrade.order.UndoOrders;
import dev.portolan.upgrade.status.Migrations;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the parent which point a run has reached, and waits until it says that the run may go on. */
final class Points implements FaultPoints {
    private final String node = System.getProperty("crash.node", "");
    private final int control = Integer.getInteger("crash.control", 0);

    @Override
    public void at(Run run, String point) {
        if (control == 0) return;
        try (var line = new Socket(InetAddress.getLoopbackAddress(), control)) {
            var told = node + " " + run.subject() + " " + point + "\n";
            line.getOutputStream().write(told.getBytes(StandardCharsets.UTF_8));
            new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8)).readLine();
        } catch (IOException parentHasGone) {
            // and this process is about to follow
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class InCloud {
        @Bean
        FaultPoints crashPoints() {
            return new Points();
        }

        @Bean
        Commands crashCommands(
                Tenancy tenancy,
                Migrations migrations,
                StageOneOrders stageOne,
                StageTwoOrders stageTwo,
                UndoOrders undos,
                Runs runs,
                List<Plan> plans,
                Clock clock) {
            return new Commands(new Orders(tenancy, migrations, stageOne, stageTwo, undos, runs, plans), clock);
        }
    }
}
