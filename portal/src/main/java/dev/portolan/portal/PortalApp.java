package dev.portolan.portal;

import dev.portolan.contract.Exchange;
import dev.portolan.web.AppLook;
import dev.portolan.web.Launch;
import dev.portolan.web.ReadsByPost;
import dev.portolan.web.Texts;
import dev.portolan.web.WebConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The Management Portal, the new environment. */
@SpringBootApplication
@Import(WebConfiguration.class)
public class PortalApp {

    /** Runs the app; with the argument {@code migrate} brings its schema up to date instead. */
    public static void main(String[] args) {
        Launch.run("portal", PortalApp.class, PortalSchema::migrate, args);
    }

    @Bean
    AppLook appLook(@Value("${portolan.product.portal}") String name) {
        return new AppLook("portal", name);
    }

    @Bean
    ReadsByPost readsByPost() {
        return ReadsByPost.below(Exchange.BASE);
    }

    @Bean
    MessageSource messageSource() {
        return new Texts("web", "portal", "report", "evidence");
    }
}
