package dev.portolan.cloud;

import dev.portolan.web.AppLook;
import dev.portolan.web.Launch;
import dev.portolan.web.Texts;
import dev.portolan.web.WebConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The Cloud, the old environment, with the upgrade wizard mounted in it. */
@SpringBootApplication(scanBasePackages = {"dev.portolan.cloud", "dev.portolan.upgrade", "dev.portolan.migration"})
@Import(WebConfiguration.class)
public class CloudApp {

    /** Runs the app; with the argument {@code migrate} brings its schema up to date instead. */
    public static void main(String[] args) {
        Launch.run("cloud", CloudApp.class, CloudSchema::migrate, args);
    }

    @Bean
    AppLook appLook(@Value("${portolan.product.cloud}") String name) {
        return new AppLook("cloud", name);
    }

    @Bean
    MessageSource messageSource() {
        return new Texts("web", "cloud", "upgrade", "transfer", "report", "evidence");
    }
}
