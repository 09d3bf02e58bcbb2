package dev.portolan.cloud;

import dev.portolan.cloud.reconcile.ReconcileCommand;
import dev.portolan.web.AppLook;
import dev.portolan.web.Launch;
import dev.portolan.web.ReadsByPost;
import dev.portolan.web.Texts;
import dev.portolan.web.WebConfiguration;
import java.util.Arrays;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The Cloud, the old environment, with the upgrade wizard mounted in it. */
@SpringBootApplication(scanBasePackages = {"dev.portolan.cloud", "dev.portolan.upgrade", "dev.portolan.migration"})
@Import(WebConfiguration.class)
public class CloudApp {

    /**
     * Runs the app; with the argument {@code migrate} brings its schema up to date instead, with {@code reconcile} compares
     * both sides after a restore.
     */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("reconcile"))
            System.exit(ReconcileCommand.run(CloudApp.class, Arrays.asList(args).subList(1, args.length)));
        Launch.run("cloud", CloudApp.class, CloudSchema::migrate, args);
    }

    @Bean
    AppLook appLook(@Value("${portolan.product.cloud}") String name) {
        return new AppLook("cloud", name);
    }

    @Bean
    ReadsByPost readsByPost() {
        return ReadsByPost.below("/rest-service/report/export/");
    }

    @Bean
    MessageSource messageSource() {
        return new Texts("web", "cloud", "upgrade", "transfer", "report", "evidence");
    }
}
