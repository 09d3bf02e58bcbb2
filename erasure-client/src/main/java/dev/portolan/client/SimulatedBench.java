package dev.portolan.client;

import dev.portolan.report.template.DeviceKind;
import dev.portolan.report.template.ReportOrder;
import dev.portolan.report.template.ReportTemplates;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Erases nothing: invents devices, lets about one in ten fail or end with exceptions, and writes reports that say that
 * they are simulated. Their signatures verify against no key, so that none of them passes for evidence.
 */
final class SimulatedBench implements Bench {

    private static final String PROVIDER = "Simulated erasure";

    private final ReportTemplates templates = ReportTemplates.withDummySignatures();
    private final RandomGenerator random;
    private final Clock clock;
    private final String person;

    /** @param person who is said to have erased, such as the client's name */
    SimulatedBench(Clock clock, RandomGenerator random, String person) {
        this.clock = clock;
        this.random = random;
        this.person = person;
    }

    @Override
    public byte[] erase(String product) {
        var now = clock.instant();
        var usual = ReportOrder.draw(random, now);
        var order = ReportOrder.of(device(product), usual.outcome(), now)
                .withId(UUID.randomUUID())
                .by(PROVIDER, person)
                .withFields(usual.customFields())
                .asSimulated();
        return templates.write(order, random);
    }

    private DeviceKind device(String product) {
        if (product.contains("Mobile")) return random.nextBoolean() ? DeviceKind.IPHONE : DeviceKind.ANDROID;
        if (product.contains("Server")) return DeviceKind.SERVER;
        if (product.contains("Removable")) return DeviceKind.REMOVABLE_MEDIA;
        if (product.contains("LUN")) return DeviceKind.LUN;
        if (product.contains("File")) return DeviceKind.FILES;
        if (product.contains("Virtual")) return DeviceKind.VIRTUAL_MACHINE;
        return random.nextBoolean() ? DeviceKind.LAPTOP : DeviceKind.DESKTOP;
    }
}
