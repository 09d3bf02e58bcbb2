package dev.portolan.platform.traces;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.util.concurrent.TimeUnit;

/** The way to the operator's collector. Spans wait in memory and are dropped where it is too slow: no run waits for it. */
final class Collector {
    private static final int PATIENCE = 2;

    private final SdkTracerProvider provider;

    Collector(String endpoint, String app) {
        var exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint)
                .setCompression("gzip")
                .build();
        this.provider = SdkTracerProvider.builder()
                .setResource(Resource.getDefault()
                        .merge(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), app))))
                .setIdGenerator(new RunSpan.Ids())
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setScheduleDelay(1, TimeUnit.SECONDS)
                        .build())
                .build();
    }

    Tracer tracer() {
        return provider.get(Traces.SCOPE);
    }

    void close() {
        provider.shutdown().join(PATIENCE, TimeUnit.SECONDS);
    }
}
