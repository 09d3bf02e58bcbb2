package dev.portolan.e2e;

/** The visible labels of the journey in one language; those of the specification stand here to the letter. */
record Words(String language) {

    String say(String english, String german) {
        return language.equals("de") ? german : english;
    }

    String banner() {
        return say("Upgrade available", "Upgrade verfügbar");
    }

    String openWizard() {
        return say("Open the Upgrade Wizard", "Upgrade Wizard öffnen");
    }

    String save() {
        return say("Save and continue later", "Speichern und später fortfahren");
    }

    String next() {
        return say("Next", "Weiter");
    }

    String check() {
        return "Blancco Management Portal Upgrade Wizard Channel Partner/Distributor Check";
    }

    String yes() {
        return say("Yes", "Ja");
    }

    String no() {
        return say("No", "Nein");
    }

    String welcome() {
        return "Welcome to Blancco Management Portal (BMP) Upgrade Wizard";
    }

    String understand() {
        return say("I understand", "Ich verstehe");
    }

    String setUp() {
        return say("Set up Blancco Management Portal Account", "Blancco Management Portal-Konto einrichten");
    }

    String verifyAccess() {
        return say("Verify access", "Zugang prüfen");
    }

    String accountCreated() {
        return say(
                "My account has been created and I can log in", "Mein Konto wurde erstellt und ich kann mich anmelden");
    }

    String apiWarning() {
        return say(
                "API endpoints in Management Portal are not backwards compatible!",
                "API-Endpunkte im Management Portal sind nicht abwärtskompatibel!");
    }

    String manageCustomers() {
        return say("Manage customers", "Kunden verwalten");
    }

    String sendInvitation() {
        return say("Send invitation", "Einladung senden");
    }

    String transferCustomers() {
        return say("Transfer customer(s)", "Kunde übertragen");
    }

    String initiate() {
        return say("Initiate my data transfer", "Meine Datenübertragung einleiten");
    }

    String transferData() {
        return say("Transfer data", "Daten übertragen");
    }

    String summary() {
        return say("Summary", "Zusammenfassung");
    }

    String stageOnePending() {
        return say("Stage one pending", "Phase eins ausstehend");
    }

    String stageOneCompleted() {
        return say("Stage one completed", "Phase eins abgeschlossen");
    }

    String migrationCompleted() {
        return say("Migration completed", "Migration abgeschlossen");
    }

    String tenants() {
        return say("Tenants", "Mieter");
    }

    String notEligible() {
        return say("Not eligible", "Nicht berechtigt");
    }

    String inviteThem(int count) {
        return count == 1
                ? say("Invite one customer", "Einen Kunden einladen")
                : say("Invite %d customers", "%d Kunden einladen").formatted(count);
    }

    String transferThem(int count) {
        return count == 1
                ? say("Transfer one customer", "Einen Kunden übertragen")
                : say("Transfer %d customers", "%d Kunden übertragen").formatted(count);
    }

    String transferAllTheSame() {
        return say("Transfer all the same", "Trotzdem übertragen");
    }

    String lastMonths(int months) {
        return say("Last %d months", "Letzte %d Monate").formatted(months);
    }

    String hasMoved() {
        return say("Your company has moved to", "Ihre Firma ist zu");
    }

    String readOnly() {
        return say("read-only", "schreibgeschützt");
    }

    String downloadCsv() {
        return say("Download (CSV)", "Herunterladen (CSV)");
    }

    String hierarchyWillChange() {
        return say(
                "I understand that the user hierarchy will change",
                "Ich verstehe, dass sich die Benutzerhierarchie ändert");
    }
}
