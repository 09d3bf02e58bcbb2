package dev.portolan.e2e.transfer;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.context.ApplicationContext;

/**
 * Both apps for all test classes that neither stop nor set up one of them: started for the first, stopped after the
 * last. Each class brings companies of its own, under names of its own. Licences are looked up at every fault point, and
 * their journal is written from the beginning.
 */
final class Pair implements AutoCloseable {
    final Collector collector = new Collector();
    final BothApps apps = new BothApps(apps -> apps.tracedBy(collector));
    final Wire wire = new Wire(apps.exchangePort);
    final ApplicationContext cloud = apps.startCloudAt(wire.port());
    final Points points = cloud.getBean(Points.class);
    final Look inCloud = new Look(apps.cloudDatabase);
    final Look inPortal = new Look(apps.portalDatabase);
    final Licences licences = new Licences(inCloud, inPortal);
    final CommitJournal journal = CommitJournal.begin(apps, inCloud, inPortal);

    Pair() {
        points.always(run -> licences.requireConserved(run.subject().value()));
    }

    @Override
    public void close() {
        apps.close();
        collector.close();
        wire.close();
    }

    /** Hands the pair to a test class that has it as a parameter. */
    static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Pair.class;
        }

        @Override
        public Pair resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.GLOBAL)
                    .computeIfAbsent(Pair.class, none -> new Pair(), Pair.class);
        }
    }
}
