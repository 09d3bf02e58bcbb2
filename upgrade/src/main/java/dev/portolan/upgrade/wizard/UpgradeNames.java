package dev.portolan.upgrade.wizard;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The configured names and addresses that texts speak of; in templates as {@code @upgradeNames}. */
@Component("upgradeNames")
public final class UpgradeNames {
    private final String cloud;
    private final String portal;
    private final String portalShort;
    private final String sales;
    private final String support;
    private final String portalUrl;

    UpgradeNames(
            @Value("${portolan.product.cloud}") String cloud,
            @Value("${portolan.product.portal}") String portal,
            @Value("${portolan.product.portal-short}") String portalShort,
            @Value("${portolan.product.sales}") String sales,
            @Value("${portolan.product.support}") String support,
            @Value("${portolan.portal-url}") String portalUrl) {
        this.cloud = cloud;
        this.portal = portal;
        this.portalShort = portalShort;
        this.sales = sales;
        this.support = support;
        this.portalUrl = portalUrl.replaceAll("/+$", "");
    }

    public String cloud() {
        return cloud;
    }

    public String portal() {
        return portal;
    }

    public String portalShort() {
        return portalShort;
    }

    public String sales() {
        return sales;
    }

    public String support() {
        return support;
    }

    /** Without a slash at its end. */
    public String portalUrl() {
        return portalUrl;
    }
}
