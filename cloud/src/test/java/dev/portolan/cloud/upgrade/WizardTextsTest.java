package dev.portolan.cloud.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.cloud.user.Right;
import dev.portolan.contract.TenantAccess.MailFate;
import dev.portolan.upgrade.customer.Act;
import dev.portolan.upgrade.customer.LeftOut;
import dev.portolan.upgrade.eligibility.Check;
import dev.portolan.upgrade.eligibility.Fixer;
import dev.portolan.upgrade.eligibility.Severity;
import dev.portolan.upgrade.journey.Step;
import dev.portolan.upgrade.order.Progress;
import dev.portolan.upgrade.order.ReportScope;
import dev.portolan.upgrade.status.MigrationEvent;
import dev.portolan.upgrade.status.MigrationState;
import dev.portolan.upgrade.status.Status;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are looked up by an enum's name, and the labels that are fixed. */
class WizardTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"upgrade", "upgrade_de"})
    void everyNameThatAPageLooksUpHasAText(String file) throws IOException {
        var keys = Stream.of(
                        names("upgrade.title.", Step.values()),
                        names("upgrade.step.", Step.values()),
                        names("upgrade.brief.", Step.values()),
                        names("upgrade.status.", Status.values()),
                        names("upgrade.state.", MigrationState.values()),
                        names("upgrade.outcome.", MigrationState.values()),
                        names("upgrade.event.", MigrationEvent.values()),
                        names("upgrade.finding.", Check.values()),
                        names("upgrade.fix.", Check.values()),
                        names("upgrade.fixer.", Fixer.values()),
                        names("upgrade.severity.", Severity.values()),
                        names("upgrade.act.", Act.values()),
                        names("upgrade.left-out.", LeftOut.values()),
                        names("upgrade.scope.", ReportScope.values()),
                        names("upgrade.phase.", Progress.Phase.values()),
                        names("upgrade.mail.", MailFate.values()),
                        names("upgrade.right.", Right.values()))
                .flatMap(each -> each);
        assertThat(texts(file).stringPropertyNames()).containsAll(keys.toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            upgrade.save|Save and continue later|Speichern und später fortfahren
            upgrade.understand|I understand|Ich verstehe
            upgrade.yes|Yes|Ja
            upgrade.no|No|Nein
            upgrade.next|Next|Weiter
            upgrade.title.SET_UP|Set up {0} Account|{0}-Konto einrichten
            upgrade.title.MANAGE_CUSTOMERS|Manage customers|Kunden verwalten
            upgrade.title.INITIATE|Initiate my data transfer|Meine Datenübertragung einleiten
            upgrade.title.TRANSFER_DATA|Transfer data|Daten übertragen
            upgrade.title.SUMMARY|Summary|Zusammenfassung
            upgrade.verify.account-created|My account has been created and I can log in|Mein Konto wurde erstellt und ich kann mich anmelden
            upgrade.api.warning|API endpoints in Management Portal are not backwards compatible!|API-Endpunkte im Management Portal sind nicht abwärtskompatibel!
            upgrade.api.article|Management Portal - API|Management Portal - API
            upgrade.col.description|Status description|Statusbeschreibung
            upgrade.act.INVITE|Send invitation|Einladung senden
            upgrade.act.TRANSFER|Transfer customer(s)|Kunde übertragen
            upgrade.status.NOT_STARTED|Not started|Nicht gestartet
            upgrade.status.IN_PROGRESS|In progress|In Bearbeitung
            upgrade.status.COMPLETED|Completed|Abgeschlossen
            upgrade.state.STAGE_ONE_PENDING|Stage one pending|Phase eins ausstehend
            upgrade.state.STAGE_ONE_IN_PROGRESS|Stage one in progress|Phase eins in Bearbeitung
            upgrade.state.STAGE_ONE_COMPLETED|Stage one completed|Phase eins abgeschlossen
            upgrade.state.STAGE_TWO_PENDING|Stage two pending|Stufe zwei steht an
            upgrade.state.STAGE_TWO_IN_PROGRESS|Stage two in progress|Stufe zwei läuft
            upgrade.state.MIGRATION_COMPLETED|Migration completed|Migration abgeschlossen
            """)
    void theFixedLabelsAreVerbatim(String key, String english, String german) throws IOException {
        assertThat(texts("upgrade").getProperty(key)).isEqualTo(english);
        assertThat(texts("upgrade_de").getProperty(key)).isEqualTo(german);
    }

    private static Stream<String> names(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> prefix + value.name());
    }

    private static Properties texts(String file) throws IOException {
        var texts = new Properties();
        try (var in = WizardTextsTest.class.getResourceAsStream("/messages/" + file + ".properties")) {
            texts.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }
        return texts;
    }
}
