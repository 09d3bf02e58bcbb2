package dev.portolan.cloud.report;

import dev.portolan.report.arrival.Reading;
import dev.portolan.report.arrival.SigningKey;
import dev.portolan.report.signature.LogAuthor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** In whose name reports are read and signed for. */
@Configuration(proxyBeanMethods = false)
class ReportSigning {
    private static final String PRODUCT_ID = "51";

    @Bean
    SigningKey signingKey(
            @Value("${portolan.report-signing-key}") String configured,
            @Value("${portolan.product.cloud}") String productName) {
        return new SigningKey(configured, new LogAuthor(productName, PRODUCT_ID, productName, "1.0", "1.0"));
    }

    @Bean
    Reading reading(SigningKey key) {
        return new Reading(key);
    }
}
